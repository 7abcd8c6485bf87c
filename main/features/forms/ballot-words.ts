import type { BallotKind, Threshold } from '../../../shared/ballots/kind.ts'
import { ballotGrades } from '../../../shared/domain/ballot-words.ts'
import { familyOf, shownOptions } from '../../../shared/forms/ballot-columns.ts'
import type { SummaryDocument } from '../../../shared/forms/ballot-summary.ts'
import { longDay } from '../../../shared/forms/text.ts'
import { capOf } from '../../../shared/rules/ballot-findings.ts'
import { onPaper } from '../../ballots/read.ts'
import { gradedItems } from './ballot-rows.ts'
import { bodyWords, groupsInOrder } from './ballots.ts'
import type { Counted } from './ballot-counted.ts'

type Box = SummaryDocument['boxes'][number]

/** 汇总表 without its rows: what was handed out and came back, what follows from the rows, who signs. */
export function documentOf(counted: Counted): Omit<SummaryDocument, 'rows'> {
  const { whole, place } = counted
  const { kind, ballot } = whole
  const family = familyOf(kind)
  const upright = family === 'vote'
  const on = whole.count?.closedOn ?? null
  const day = on === null ? '　　年　　月　　日' : longDay(on)
  const { body, head } = bodyWords(place.kind)
  return {
    body: place.name,
    under: kind.roll === 'entered' ? '' : `（${ballot.year}年度）`,
    says: upright ? [] : linesOf(`${kind.subjects === 'posts' ? '推荐单位' : body}（盖章）：${place.name}`, papersSay(counted), day, family === 'names'),
    boxes: upright ? meetingBoxes(counted, body) : [],
    figures: upright ? figureBoxes(counted) : [],
    verdicts: [...groupVerdict(counted), ...(family === 'grades' ? [gradeVerdict(counted)] : []), ...answerVerdicts(counted), ...reasonVerdict(counted)],
    notes: notesOf(counted),
    signatures: signaturesOf(family, head, day),
    seal: upright ? [`（${body}盖章）`, day] : [],
  }
}

/** Characters of 12 pt across the sheet, less the gaps between what stands in a line. */
const acrossLetters = 57
/** A letter or digit is half as wide as a Chinese character, a space a quarter. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter === ' ' ? 0.25 : /[!-~]/.test(letter) ? 0.5 : 1), 0)

/** One line, or two where one has no room for them. */
function linesOf(who: string, papers: string, day: string, narrow: boolean): string[][] {
  return narrow || widthOf(who + papers + day) > acrossLetters ? [[who, day], [papers]] : [[who, papers, day]]
}

function signaturesOf(family: ReturnType<typeof familyOf>, head: string, day: string): string[][] {
  const room = '　'.repeat(9)
  if (family === 'vote')
    return [
      [`监票人（签名）：${room}`, `计票人（签名）：${room}　　`],
      [`主持人（签名）：${room}`, `${head}（签名）：${room}　　`],
    ]
  if (family === 'names')
    return [
      [`监票人（签名）：${room}`, `计票人（签名）：${room}`],
      [`${head}（签名）：${room}`, `填表日期：${day}　　　`],
    ]
  return [['监票人（签名）：', '计票人（签名）：', `${head}（签名）：`, `填表日期：${day}`]]
}

/** A figure that is known once the count is closed; until then room to write it. */
const known = ({ closed }: Counted, value: number | null): string => (closed && value !== null ? String(value) : '　　')
const entered = (value: number | null): string => (value === null ? '　　' : String(value))

const invalidOf = ({ whole }: Counted): number => whole.returns.reduce((sum, line) => sum + (line.invalid ?? 0), 0)

function papersSay(counted: Counted): string {
  const { figures, whole } = counted
  const { issued, returned, valid, present } = figures
  const several = whole.groups.length > 1
  const own = several ? whole.groups.flatMap(group => group.eligible ?? []) : []
  const eligible = own.length > 0 ? own.reduce((sum, n) => sum + n, 0) : several ? null : figures.eligible
  if (whole.kind.subjects === 'posts') {
    const [some, back] = [entered(present ?? (counted.closed ? issued : null)), known(counted, returned)]
    return `推荐范围 ${entered(eligible)} 人　参加 ${some} 人　收回推荐票 ${back} 张（作废 ${known(counted, invalidOf(counted))} 张）`
  }
  return [
    `应参加测评 ${entered(eligible)} 人`,
    ...(several ? [] : [`实到 ${entered(present)} 人`]),
    `发出 ${known(counted, issued)} 张`,
    `收回 ${known(counted, returned)} 张`,
    `有效 ${known(counted, valid)} 张`,
    `无效 ${known(counted, invalidOf(counted))} 张`,
  ].join('　')
}

function meetingBoxes({ whole, place }: Counted, body: string): Box[] {
  const { ballot } = whole
  return [
    { label: `${body}（盖章）`, value: place.name },
    { label: '会议时间', value: ballot.heldOn === null ? '' : longDay(ballot.heldOn) },
    { label: '会议地点', value: ballot.place ?? '' },
    { label: '主 持 人', value: ballot.chair ?? '' },
  ]
}

/** 实到会是否超过半数; 是否达到 4/5. */
function quorumLabel({ share }: Threshold): string {
  if ('parameter' in share) return '实到会\n是否够数'
  if (share.part * 2 === share.of && share.over) return '实到会\n是否超过\n半数'
  return `实到会\n是否达到\n${share.part}/${share.of}`
}

function figureBoxes(counted: Counted): Box[] {
  const { whole, figures, result } = counted
  const { kind } = whole
  const { eligible, present, issued, returned, valid } = figures
  const quorum = kind.thresholds.find(({ code }) => code === 'quorum')
  const tone = result.findings.find(({ code }) => code === 'quorum')?.tone
  const members = kind.absentOpinions ? '正式党员' : '人　　数'
  const figure = (label: string, value: number | null, when = true): Box => ({ label, value: when && value !== null ? String(value) : '' })
  return [
    figure(`应到会有\n表决权的\n${members}`, eligible),
    figure(`实到会有\n表决权的\n${members}`, present),
    ...(quorum ? [{ label: quorumLabel(quorum), value: tone === 'good' ? '是' : tone === 'warn' ? '否' : '' }] : []),
    figure('发出\n票数', issued, counted.closed),
    figure('收回\n票数', returned, counted.closed),
    figure('有效\n票数', valid, counted.closed),
    figure('无效\n票数', invalidOf(counted), counted.closed),
    figure('因故缺席\n人数', eligible === null || present === null ? null : eligible - present),
    ...(kind.absentOpinions ? [figure('会前书面\n意见\n（同意）', null), figure('会前书面\n意见\n（其他）', null)] : []),
  ]
}

/** What each group of voters handed in, where there are several. */
function groupVerdict(counted: Counted): Box[] {
  const { returns } = counted.whole
  const groups = groupsInOrder(counted.whole)
  if (groups.length < 2) return []
  const says = groups.map(({ code, label }) => {
    const line = returns.find(({ groupCode }) => groupCode === code)
    const [issued, returned, valid] = [line?.issued, line?.returned, line?.valid].map(n => known(counted, n ?? null))
    return `${label} 发出 ${issued} 张，收回 ${returned} 张，有效 ${valid} 张`
  })
  return [{ label: '票数情况', value: `${says.join('；')}。` }]
}

/** 评定情况: how many were given which grade, against what the body may give. Open until somebody has decided. */
function gradeVerdict({ whole, figures }: Counted): Box {
  const { kind, rows, decisions, parameter } = whole
  const graded = onPaper(rows).length
  const aside = [
    [rows.filter(({ part }) => part === 'ungraded').length, '不含预备党员'],
    [rows.filter(({ part }) => part === 'excused').length, '另有不参评'],
  ] as const
  const besides = aside.flatMap(([n, words]) => (n > 0 ? [`${words} ${n} 人`] : []))
  const counts = kind.decision.grades.map(grade => {
    const cap = kind.caps.find(found => found.grade === grade)
    const most = cap ? capOf(cap, figures, parameter)?.most : undefined
    const given = decisions.length > 0 ? String(decisions.filter(decision => decision.grade === grade).length) : '　　'
    return `${ballotGrades[grade]} ${given} 人${most === undefined ? '' : `（上限 ${most} 人）`}`
  })
  const left = decisions.length > 0 && decisions.length < graded ? `，未评定 ${graded - decisions.length} 人` : ''
  return { label: '评定情况', value: `应评定 ${graded} 人${besides.length > 0 ? `（${besides.join('，')}）` : ''}：${counts.join('，')}${left}。` }
}

/** 是否同意提拔使用: what has answers of its own, in words. */
function answerVerdicts(counted: Counted): Box[] {
  const { whole, rows, closed } = counted
  const items = whole.kind.paper.items === 'scheme' ? [] : whole.kind.paper.items
  const graded = new Set(gradedItems(whole.kind))
  return items.flatMap(item => {
    if (graded.has(item) || !item.options) return []
    const { key, label, options } = item
    const says = onPaper(whole.rows).map(({ number, name }) => {
      const result = closed ? rows.find(row => row.number === number)?.total : undefined
      const votes = options.map(option => {
        const n = result?.votes[key]?.[option.key]
        return `${option.label} ${n ?? '　　'} 票（${result?.shares[key]?.[option.key]?.toFixed(1) ?? '　　'}%）`
      })
      return `${name}　${votes.join('，')}`
    })
    return [{ label, value: `${says.join('；')}。` }]
  })
}

/** A correction says so, and why: both counts are kept. */
function reasonVerdict({ whole, closed }: Counted): Box[] {
  const { count } = whole
  return closed && count && count.number > 1 ? [{ label: '更正说明', value: `第 ${count.number} 次计票：${count.reason ?? ''}` }] : []
}

function notesOf({ whole, result, closed }: Counted): string[] {
  const { kind } = whole
  const groups = groupsInOrder(whole)
  const hidden = closed && result.hidden.size > 0 ? ['不足 3 张票的填票人类别只计入合计，不单列。'] : []
  const weights = groups.length > 1 ? `各类权重：${groups.map(({ label, weight }) => `${label} ${weight}%`).join('，')}。` : ''
  return [...notes[familyOf(kind)](kind, weights), ...hidden].filter(Boolean)
}

const decisionNote = ({ decision }: BallotKind): string => `“${decision.label}”由党组织根据票数和日常表现研究提出，不以票数高低简单确定。`

const notes: Readonly<Record<ReturnType<typeof familyOf>, (kind: BallotKind, weights: string) => readonly string[]>> = {
  grades: kind => ['票数合计应等于有效票数；百分比以有效票数为分母，保留一位小数。', decisionNote(kind)],
  vote: kind => [
    `${shownOptions(kind)
      .map(({ label, counted }) => counted ?? label)
      .join('＋')}＝有效票数；收回票数不得多于发出票数。`,
    `${kind.thresholds.find(({ code }) => code === 'passing')?.words ?? ''}。${kind.absentOpinions ? '因故不能到会的有表决权党员，会前正式向支部提出书面意见的，应当统计在票数内。' : ''}`,
    `原始表决票封存，${kind.absentOpinions ? '随发展材料保存' : '随会议材料保存'}。`,
  ],
  names: () => ['比率以有效票数为分母，保留一位小数。', '推荐结果作为选拔任用的重要参考，不简单以票取人。'],
  items: (kind, weights) => [`百分比以有效票数为分母，保留一位小数。${weights}`, decisionNote(kind)],
  scores: (kind, weights) => [
    `均分为该类填票人各项平均分之和；综合得分为加权得分加减有依据的分，同分同名次；一票否决的不排名次。${weights}`,
    decisionNote(kind),
  ],
}
