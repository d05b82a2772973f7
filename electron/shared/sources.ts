/** The part of the program that wrote a message by itself; the window has words for each. */
export type ProgramSource =
  | '@person'
  | '@closed-hours'
  | '@consent'
  | '@escalation'
  | '@appointment'
  | '@order'
  | '@recurring'
  | '@payment'
  | '@group'
  | '@survey';
