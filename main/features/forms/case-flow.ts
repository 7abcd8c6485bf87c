import type { FormParams } from '../../../shared/api/forms.ts'
import { caseFlow, type CaseFlowDocument, type CaseFlowNode, type CaseFlowProps } from '../../../shared/forms/case-flow.ts'
import { dotted } from '../../../shared/forms/parts.ts'
import { longDay } from '../../../shared/forms/text.ts'
import { restsOn, type StepStanding, stepStates } from '../../../shared/rules/procedure.ts'
import { casesOfForm, type FormCase } from './cases.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

async function gather(scope: GatherScope, params: FormParams, slice: Slice): Promise<Gathered<CaseFlowProps>> {
  const { list, total, about } = await casesOfForm(scope, params, slice)
  return { props: { watermark: scope.watermark, cases: list.map(found => documentOf(found, scope.today)) }, shown: list.length, total, about }
}

function documentOf({ subject, case: { procedure, standing } }: FormCase, today: string): CaseFlowDocument {
  const shown = standing.steps.filter(({ state }) => state !== 'off')
  // Where the procedure does not number its steps, they are counted.
  const counted = shown.every(({ step: { no } }) => no === undefined)
  return {
    ...subject,
    title: `${procedure.label}流程图和时间节点表`,
    asOf: longDay(today),
    phases: procedure.phases.flatMap(label => {
      const nodes = shown.flatMap((found, i) => (found.step.phase === label ? [nodeOf(found, subject.rules, counted ? i + 1 : found.step.no)] : []))
      return nodes.length > 0 ? [{ label, nodes }] : []
    }),
  }
}

function nodeOf(found: StepStanding, rules: string, no: number | undefined): CaseFlowNode {
  const { step, state, on, begun, from, until, provisional } = found
  const done = state === 'done'
  const reckoned = provisional.length > 0 ? '（暂算）' : ''
  return {
    no: no === undefined ? '' : String(no),
    label: step.label,
    when: on !== null && (done || until === null) ? daysOf(begun, on) : `${windowOf(from, until)}${reckoned}`,
    state: stepStates[state],
    done,
    rests:
      restsOn(found)
        .map(({ words, clause }) => `${words}（${articleOf(clause, rules)}）`)
        .join('；') || articleOf(step.clause ?? '', rules),
  }
}

/** The article alone: the rules stand above, once for all. */
const articleOf = (clause: string, rules: string): string => clause.replace(rules, '').replace('（条号待核）', '').replace(/^，/, '')

const daysOf = (begun: string | null, on: string): string => (begun === null || begun === on ? dotted(on) : `${dotted(begun)}至${dotted(on)}`)

/** What is known of when it is to be done. */
function windowOf(from: string | null, until: string | null): string {
  if (from !== null && until !== null) return `${dotted(from)}至${dotted(until)}`
  if (until !== null) return `不晚于${dotted(until)}`
  return from === null ? '' : `${dotted(from)}起`
}

export const caseFlowEngine = engine(caseFlow, gather)
