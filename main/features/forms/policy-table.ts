import type { FormParams } from '../../../shared/api/forms.ts'
import { clauseStates } from '../../../shared/rules/clause-states.ts'
import { AppError } from '../../../shared/errors.ts'
import { policyTable, type PolicyTableProps } from '../../../shared/forms/policy-table.ts'
import { linkText } from '../../../shared/serving.ts'
import { clausesOf } from '../../policies/clauses.ts'
import { totalsOf } from '../../policies/standing.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

type Clause = Awaited<ReturnType<typeof clausesOf>>[number]

async function gather(scope: GatherScope, { policyId, states }: FormParams, { from, size }: Slice): Promise<Gathered<PolicyTableProps>> {
  const all = await clausesOf(scope, policyId)
  const clauses = states?.length ? all.filter(clause => states.includes(clause.state)) : all
  if (clauses.length === 0) throw new AppError('form.empty', { what: states?.length ? `没有${states.join('、')}的条款` : '没有条款' })
  const documents = [...Map.groupBy(clauses, clause => clause.document)]
  const wanted = documents.slice(from, from + size)
  const [only] = documents
  const of = documents.length === 1 && only ? only[0] : `${documents.length} 个文件`
  return {
    props: {
      watermark: scope.watermark,
      office: scope.office.name,
      author: scope.actor,
      printedOn: scope.today,
      notes: [
        '正常：有承接并已有记录；欠缺：承接的指标现有未达到的对象；未启用：有承接，还没有记录；尚无：没有台账、指标或表承接。',
        '条文摘自文件原文；以“摘要：”开头的没有见到原文，待核的以文件正本为准。',
      ],
      documents: wanted.map(([title, own]) => ({ title, totals: totalsText(own), rows: own.map(rowOf) })),
    },
    shown: wanted.length,
    total: documents.length,
    about: states?.length ? `${of}，${states.join('、')}` : of,
  }
}

function totalsText(clauses: readonly Clause[]): string {
  const totals = totalsOf(clauses)
  return clauseStates.flatMap(state => (totals[state] > 0 ? [`${state} ${totals[state]}`] : [])).join('　')
}

const rowOf = ({ code, phrase, number, text, verified, servedBy, state, short }: Clause) => ({
  code,
  phrase,
  number: number ?? '',
  text: `${text.replaceAll('\n', ' ')}${verified === 'open' ? '（待核）' : ''}`,
  servedBy: linkText(servedBy) ?? '',
  state: state === '欠缺' ? `欠缺 ${short}` : state,
})

export const policyTableEngine = engine(policyTable, gather)
