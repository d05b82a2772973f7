/** Whose idea a text was that the program wrote by itself; the window has words for each. */
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
