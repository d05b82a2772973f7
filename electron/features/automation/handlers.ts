import type { DeskContext } from '../../core/context.ts';
import type { Faqs } from './faq/faqs.ts';
import type { Rules } from './rules/rules.ts';
import type { Automation } from './automation.ts';
import type { WritingAid } from './drafts/writing-aid.ts';
import type { ModelWriter } from './drafts/model-writer.ts';
import type { ClosedAnswer } from './closed-answer.ts';
import { ok } from '../../shared/result.ts';
import { setPaused } from './handoff.ts';
import type { Handlers } from '../../shared/contract.ts';
import type { automationContract } from './contract.ts';

interface Services {
  readonly context: DeskContext;
  readonly faqs: Faqs;
  readonly rules: Rules;
  readonly automation: Automation;
  readonly writingAid: WritingAid;
  readonly modelWriter: ModelWriter;
  readonly closedAnswer: ClosedAnswer;
}

export function automationHandlers({
  context,
  faqs,
  rules,
  automation,
  writingAid,
  modelWriter,
  closedAnswer,
}: Services): Handlers<typeof automationContract> {
  return {
    'faqs.list': () => ok(faqs.views),
    'faqs.save': ({ id, ...entry }) => faqs.save(id, entry),
    'faqs.setRemoved': ({ id, removed }) => faqs.setRemoved(id, removed),
    'faqs.addPhrasing': ({ id, text }) => faqs.addPhrasing(id, text),
    'faqs.gaps': async () => ok(await faqs.gaps()),
    'faqs.dismissGap': async ({ key, dismissed }) => {
      faqs.dismissGap(key, dismissed);
      return ok(await faqs.gaps());
    },
    'rules.list': () => ok(rules.views),
    'rules.save': ({ id, ...input }) => rules.save(id, input),
    'rules.setRemoved': ({ id, removed }) => rules.setRemoved(id, removed),
    'rules.setOrder': ({ ids }) => rules.setOrder(ids),
    'rules.simulate': async ({ rule, days }) => ok(await automation.simulate(rule, days)),
    'answers.suggest': ({ conversationId }) => automation.suggest(conversationId),
    'answers.draft': ({ conversationId }) => writingAid.draft(conversationId),
    'answers.write': ({ conversationId }) => modelWriter.write(conversationId),
    'answers.models': ({ address }) => modelWriter.models(address),
    'answers.try': ({ text }) => ok(automation.tryText(text)),
    'answers.setPaused': ({ conversationId, paused }) => setPaused(context, conversationId, paused),
    'answers.preview': () => ok({ closed: closedAnswer.preview() }),
  };
}
