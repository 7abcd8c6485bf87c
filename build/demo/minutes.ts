import type { Attendance } from '../../shared/domain/activity.ts'
import type { Resolution } from '../../shared/domain/meeting.ts'
import { meets } from '../../shared/rules/shares.ts'
import { overHalf } from '../../shared/rules/votes.ts'
import type { Meeting } from './meetings.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

interface Asked {
  readonly id: string
  readonly person: Person
}

/** What the record book says beside who was there. */
export interface Minutes {
  readonly chair: string | null
  readonly recorder: string | null
  readonly guests: string | null
  readonly agenda: string | null
  readonly content: string | null
}

/** 书记 of something, not 副书记. */
export const isHead = ({ post }: Person) => post !== null && /书记/.test(post) && !/副书记/.test(post)

/** The head of the body chairs, someone of its committee keeps the record. */
export function minutesOf({ kind, name }: Meeting, officers: readonly Person[], random: Random): Minutes {
  const chair = officers.find(isHead) ?? officers[0]
  const others = officers.filter(p => p !== chair)
  const recorder = others[random.int(0, Math.max(0, others.length - 1))]
  const agenda = agendaOf(kind, name, random)
  return {
    chair: chair?.draft.name ?? null,
    recorder: recorder?.draft.name ?? null,
    guests: kind === 'memberMeeting' && random.chance(0.15) ? '入党积极分子 2 人' : null,
    agenda: agenda.map((item, i) => `${['一', '二', '三', '四'][i] ?? ''}、${item}`).join('\n') || null,
    content: agenda.length > 0 ? [`${chair?.draft.name ?? '主持人'}主持会议，通报上次会议决定的落实情况。`, ...agenda.map(said)].join('\n') : null,
  }
}

const topics: Readonly<Partial<Record<Meeting['kind'], readonly [string, ...string[]]>>> = {
  memberMeeting: ['听取支委会季度工作报告', '学习上级党组织文件', '通报党费收缴情况', '讨论支部下一季度工作', '讨论预备党员转正', '讨论接收预备党员'],
  committeeMeeting: ['研究本月主题党日安排', '分析党员思想状况', '研究困难党员帮扶', '检查学习笔记', '研究入党积极分子培养', '布置党费收缴'],
  themeDay: ['集中学习', '交流讨论', '过政治生日', '开展志愿服务'],
  lifeMeeting: ['通报查摆问题情况', '党支部书记代表支委会述职', '逐人开展批评和自我批评', '提出整改事项'],
  democraticLife: ['通报上年度整改落实情况', '书记代表班子作对照检查', '班子成员逐一对照检查、互相批评', '上级督导组点评'],
  centerGroup: ['原文学习', '重点发言', '集中研讨'],
  partyBuilding: ['听取基层党建工作情况汇报', '研究党支部建设中的问题', '审定党建工作计划和经费'],
  workMeeting: ['各单位汇报季度组织工作', '通报发展党员和学时进度', '布置下季度工作'],
}

function agendaOf(kind: Meeting['kind'], name: string, random: Random): string[] {
  if (kind === 'partyLecture') return [`听${name}`, '讨论']
  const all = topics[kind] ?? []
  if (kind === 'lifeMeeting' || kind === 'democraticLife' || kind === 'partyBuilding' || kind === 'workMeeting' || kind === 'centerGroup') return [...all]
  return random.some(all, random.int(2, 3))
}

/** One sentence to each item of the agenda. */
function said(item: string): string {
  if (item.startsWith('讨论预备党员') || item.startsWith('讨论接收')) return `${item}：介绍人和支委会分别报告情况，到会党员充分发表意见后表决，结果见决议。`
  if (item.startsWith('学习') || item.includes('学习')) return `${item}：领学文件，三名同志结合岗位谈体会。`
  return `${item}：逐项说明，与会同志作了讨论，没有不同意见。`
}

const reasons: readonly [string, ...string[]] = ['因公出差', '病假', '外出培训', '家中有事', '值班', '陪护病人']

/** Those on leave say why; some of those who cannot leave their bed are not counted. */
export function withReasons(lines: readonly Attendance[], asked: readonly Asked[], random: Random): Attendance[] {
  const byId = new Map(asked.map(({ id, person }) => [id, person]))
  return lines.map(line => {
    const weak = byId.get(line.personId)?.draft.exemptReason === '行动不便'
    if (weak && line.state !== 'present') return { ...line, state: 'excused', reason: '长期卧床，生活不能自理' }
    return line.state === 'leave' || line.state === 'makeup' ? { ...line, reason: random.pick(reasons) } : line
  })
}

interface Motion {
  readonly item: string
  readonly decision: string
  readonly method: Resolution['method']
}
const motions: Readonly<Partial<Record<Meeting['kind'], readonly [Motion, ...Motion[]]>>> = {
  memberMeeting: [
    { item: '支委会季度工作报告', decision: '同意报告。', method: 'hands' },
    { item: '预备党员转正', decision: '同意按期转为中共正式党员，报上级党委审批。', method: 'secret' },
    { item: '接收预备党员', decision: '同意接收为中共预备党员，报上级党委审批。', method: 'secret' },
    { item: '推荐优秀共产党员', decision: '推荐一名同志，公示后上报。', method: 'secret' },
    { item: '支部下一季度工作安排', decision: '同意安排，由支委分头落实。', method: 'hands' },
  ],
  committeeMeeting: [
    { item: '本月主题党日安排', decision: '按方案组织，组织委员负责。', method: 'oral' },
    { item: '困难党员帮扶', decision: '送慰问金五百元，由书记上门。', method: 'oral' },
    { item: '推荐入党积极分子', decision: '同意一名同志为入党积极分子，报上级党委备案。', method: 'hands' },
  ],
  partyBuilding: [{ item: '年度党建工作计划和经费', decision: '原则同意，修改后印发。', method: 'oral' }],
}

/** What was decided, with the votes of those who were there; put off where too few had come. */
export function resolutionsOf({ kind }: Meeting, lines: readonly Attendance[], asked: readonly Asked[], random: Random): Resolution[] {
  const offered = motions[kind]
  if (!offered || (kind === 'committeeMeeting' && random.chance(0.6))) return []
  const full = new Set(asked.filter(({ person }) => person.draft.category === 'full').map(({ id }) => id))
  const voting = lines.filter(l => full.has(l.personId) && l.state !== 'excused')
  const [voters, present] = [voting.length, voting.filter(l => l.state === 'present').length]
  return random.some(offered, kind === 'memberMeeting' ? random.int(1, 2) : 1).map(({ item, decision, method }, i): Resolution => {
    const figures = { number: i + 1, item, method, voters, present }
    if (!meets(overHalf, present, voters))
      return { ...figures, decision: '到会有表决权的党员不足半数，改期表决。', agree: null, against: null, abstain: null, conclusion: 'deferred' }
    const abstain = method === 'secret' && random.chance(0.2) ? 1 : 0
    const agree = present - abstain
    return { ...figures, decision, agree, against: 0, abstain, conclusion: meets(overHalf, agree, voters) ? 'passed' : 'rejected' }
  })
}
