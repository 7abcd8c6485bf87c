import type { BallotGrade } from '../domain/ballot-words.ts'
import { type Candidate, candidateCheckNames, candidateChecks } from '../domain/selection.ts'
import { addYears, daysBetween, yearOf } from './days.ts'
import { namesIn } from './names.ts'
import { barFinding, type Evidence } from './bars.ts'
import type { CandidateFacts, DossierFacts } from './selection-facts.ts'
import { kinPostFindings, rotationFindings, termsFindings } from './selection-rotation.ts'

const rules = '《党政领导干部选拔任用工作条例》（2019）'
const article24 = `${rules}第二十四条`
const article31 = `${rules}第三十一条`

export interface SelectionFinding {
  readonly code:
    | 'bar'
    | 'grade'
    | 'appraisal'
    | 'hours'
    | 'check'
    | 'signatures'
    | 'kin'
    | 'objection'
    | 'tenure'
    | 'rotation'
    | 'terms'
    | 'kinPost'
    | 'exception'
    | 'choice'
    | 'places'
    | 'dual'
  /** `warn` asks for a decision, `wait` for something that is to come. */
  readonly tone: 'warn' | 'wait'
  readonly candidateId: string | null
  readonly message: string
  readonly clause: string
  readonly evidence: Evidence | null
}

const considered = new Set<Candidate['stage']>(['recommended', 'assessed', 'proposed'])
/** From here on the checks of 第三十一条 are asked for. */
const checked = new Set<Candidate['stage']>(['assessed', 'proposed'])

/** What of a dossier asks for attention, what has to be decided first; each with its clause and the record behind it. Nothing of it decides anything. */
export function selectionFindings(facts: DossierFacts): readonly SelectionFinding[] {
  const all = [...ofWhole(facts), ...facts.candidates.filter(({ candidate }) => considered.has(candidate.stage)).flatMap(found => ofCandidate(facts, found))]
  return [...all.filter(({ tone }) => tone === 'warn'), ...all.filter(({ tone }) => tone === 'wait')]
}

function ofWhole({ selection, candidates, dualReply }: DossierFacts): readonly SelectionFinding[] {
  const evidence = { type: 'selection', id: selection.id }
  const say = (code: SelectionFinding['code'], message: string, clause: string, from: Evidence = evidence): SelectionFinding => ({
    code,
    tone: 'warn',
    candidateId: null,
    message,
    clause,
    evidence: from,
  })
  const proposed = candidates.filter(({ candidate }) => candidate.stage === 'proposed' || candidate.stage === 'appointed').length
  return [
    ...(selection.kind === 'term' && candidates.length > 0 && candidates.length <= selection.places
      ? [say('choice', `换届会议推荐的参考人选应当差额：${selection.places} 个职位，人选 ${candidates.length} 人`, `${rules}第十八条`)]
      : []),
    ...(proposed > selection.places ? [say('places', `拟任人选 ${proposed} 人，多于职数 ${selection.places}`, `${rules}第三章（条号待核）`)] : []),
    ...(selection.dual === true && dualReply?.result === 'none'
      ? [say('dual', '职位登记为双重管理，协管方意见却记为“不属双重管理”', `${rules}第六章（条号待核）`, dualReply.evidence)]
      : []),
  ]
}

function ofCandidate(facts: DossierFacts, found: CandidateFacts): readonly SelectionFinding[] {
  return [
    ...barFindings(found),
    ...gradeFindings(facts, found),
    ...appraisalFindings(facts, found),
    ...hoursFindings(found),
    ...tenureFindings(facts, found),
    ...kinFindings(facts, found),
    ...rotationFindings(facts, found).map(told => ofTold(found, 'rotation', told)),
    ...termsFindings(facts, found).map(told => ofTold(found, 'terms', told)),
    ...kinPostFindings(facts, found).map(told => ofTold(found, 'kinPost', told)),
    ...checkFindings(facts, found),
    ...objectionFindings(found),
    ...exceptionFindings(found),
  ]
}

const ofTold = ({ candidate }: CandidateFacts, code: SelectionFinding['code'], told: Omit<SelectionFinding, 'code' | 'candidateId'>): SelectionFinding => ({
  ...told,
  code,
  candidateId: candidate.id,
})

const teller =
  ({ candidate }: CandidateFacts) =>
  (
    code: SelectionFinding['code'],
    tone: SelectionFinding['tone'],
    message: string,
    clause: string,
    evidence: Evidence | null = { type: 'candidate', id: candidate.id },
  ): SelectionFinding => ({ code, tone, candidateId: candidate.id, message, clause, evidence })

/** 第二十四条第六项: 影响期未满. What of it is told is settled where the bars are read. */
function barFindings(found: CandidateFacts): readonly SelectionFinding[] {
  const say = teller(found)
  return found.bars.map(bar => {
    const { message, clause, evidence } = barFinding(found.name, bar, 'appointing')
    return say('bar', 'warn', message, clause, evidence)
  })
}

/** 第二十四条第三项: 上一年年度考核结果为基本称职以下等次. */
function gradeFindings({ today }: DossierFacts, found: CandidateFacts): readonly SelectionFinding[] {
  const say = teller(found)
  const clause = `${article24}第三项`
  const evidence = found.cadreId === null ? null : { type: 'cadre', id: found.cadreId }
  const year = yearOf(today) - 1
  const grade = found.yearGrades.find(kept => kept.year === year)?.grade
  if (grade === undefined) return [say('grade', 'wait', `${found.name} ${year} 年年度考核等次没有登记`, clause, evidence)]
  const low = grade === 'basic' || grade === 'incompetent'
  return low ? [say('grade', 'warn', `${found.name} ${year} 年年度考核为${grade === 'basic' ? '基本称职' : '不称职'}，不得列为考察对象`, clause, evidence)] : []
}

function appraisalFindings(_: DossierFacts, found: CandidateFacts): readonly SelectionFinding[] {
  const { appraisal, name } = found
  if (!appraisal || !['basic', 'unqualified', 'basicCompetent', 'incompetent'].includes(appraisal.grade)) return []
  const clause = '《长效机制文件意见》：落实情况作为选拔任用的重要依据'
  return [
    teller(found)(
      'appraisal',
      'warn',
      `${name} ${appraisal.year} 年${appraisal.label}组织评定为${gradeWords[appraisal.grade] ?? ''}`,
      clause,
      appraisal.evidence,
    ),
  ]
}

const gradeWords: Readonly<Partial<Record<BallotGrade, string>>> = {
  basic: '基本合格',
  unqualified: '不合格',
  basicCompetent: '基本称职',
  incompetent: '不称职',
}

function hoursFindings(found: CandidateFacts): readonly SelectionFinding[] {
  const { hours, name } = found
  if (!hours || hours.met) return []
  const evidence = { type: 'person', id: found.candidate.personId }
  const missing = Math.round((hours.target - hours.done) * 100) / 100
  return [
    teller(found)(
      'hours',
      'wait',
      `${name}今年学时 ${hours.done}，差 ${missing}（任务 ${hours.target}）`,
      '《关于保持共产党员先进性长效机制的实施方案》：职务变动与学习培训成果结合',
      evidence,
    ),
  ]
}

function tenureFindings({ today, tenureYears }: DossierFacts, found: CandidateFacts): readonly SelectionFinding[] {
  const { postSince, name, candidate } = found
  if (postSince === null || tenureYears === 0 || candidate.exception !== null || addYears(postSince, tenureYears) <= today) return []
  const evidence = found.cadreId === null ? null : { type: 'cadre', id: found.cadreId }
  return [teller(found)('tenure', 'wait', `${name}任现职自 ${postSince}，不满 ${tenureYears} 年`, `${rules}第八条（年限待核）`, evidence)]
}

/** 第五十三条: whoever is concerned, himself or through a relative, does not take part. */
function kinFindings({ attended }: DossierFacts, found: CandidateFacts): readonly SelectionFinding[] {
  const say = teller(found)
  return attended.flatMap(({ label, people, evidence }) => {
    const there = new Set(namesIn(people))
    const self = there.has(found.name) ? [say('kin', 'warn', `${label}有${found.name}本人，请核对回避`, `${rules}第五十三条`, evidence)] : []
    const kin = found.kin.filter(({ name }) => there.has(name))
    return [
      ...self,
      ...kin.map(({ name, relation }) => say('kin', 'warn', `${label}有${name}，与${found.name}的${relation}同名，请核对回避`, `${rules}第五十三条`, evidence)),
    ]
  })
}

/** 第三十一条: 凡提四必, and two signatures under the conclusion on integrity. */
function checkFindings({ today }: DossierFacts, found: CandidateFacts): readonly SelectionFinding[] {
  if (!checked.has(found.candidate.stage)) return []
  const say = teller(found)
  const begun = candidateCheckNames.flatMap((matter): readonly SelectionFinding[] => {
    const check = found.checks.find(kept => kept.matter === matter)
    const label = `${found.name}：${candidateChecks[matter]}`
    if (!check) return []
    const evidence = { type: 'candidateCheck', id: check.id }
    if (check.answeredOn === null) {
      const since = check.askedOn === null ? '' : `，${check.askedOn} 发函，已 ${daysBetween(check.askedOn, today)} 天`
      return [say('check', 'wait', `${label}未回${since}`, article31, evidence)]
    }
    const wrong =
      check.conclusion === 'hinders' ? '结论为影响任用' : check.conclusion === 'unclear' ? '尚未查清' : check.conclusion === null ? '没有写结论' : null
    const signed = matter === 'integrity' && namesIn(check.signedBy ?? '').length < 2
    return [
      ...(wrong === null ? [] : [say('check', check.conclusion === null ? 'wait' : 'warn', `${label}${wrong}`, article31, evidence)]),
      ...(signed ? [say('signatures', 'warn', `${label}应由党委（党组）书记和纪委书记（纪检监察组组长）两人签字`, article31, evidence)] : []),
    ]
  })
  const open = candidateCheckNames.filter(matter => !found.checks.some(kept => kept.matter === matter)).map(matter => candidateChecks[matter])
  return [...begun, ...(open.length > 0 ? [say('check', 'wait', `${found.name}还没有办：${open.join('、')}`, article31)] : [])]
}

function objectionFindings(found: CandidateFacts): readonly SelectionFinding[] {
  const say = teller(found)
  return found.objections.flatMap(({ id, settledOn, conclusion, receivedOn }) => {
    const evidence = { type: 'noticeObjection', id }
    const clause = `${rules}第四十二条`
    if (settledOn === null || conclusion === 'unclear')
      return [say('objection', 'wait', `${found.name}：${receivedOn} 公示反映的问题还没有查清`, clause, evidence)]
    return conclusion === 'hinders' ? [say('objection', 'warn', `${found.name}：公示反映的问题影响任职`, clause, evidence)] : []
  })
}

function exceptionFindings(found: CandidateFacts): readonly SelectionFinding[] {
  if (found.candidate.exception === null) return []
  return [
    teller(found)(
      'exception',
      'wait',
      `${found.name}属破格提拔：讨论决定前报上级组织部门同意，公示时说明理由；试用期未满或者提任不满一年的不得破格`,
      `${rules}第九条（2019 年文字待核）、第四十二条`,
    ),
  ]
}
