import type { BallotKindName } from '../domain/ballot-words.ts'
import type { Material, Step } from './procedure.ts'

export const phases = ['动议', '民主推荐', '考察', '讨论决定', '任职'] as const
export const rules = '《党政领导干部选拔任用工作条例》（2019）'
/** Only the numbers that were seen in a text of 2019 are given; elsewhere the chapter, to be checked. */
export const art = (words: string): string => `${rules}${words}`
export const chapter = (words: string): string => `${rules}${words}（条号待核）`

export const whole = (key: string, label: string, clause?: string): Material => ({ key, label, ...(clause === undefined ? {} : { clause }) })
/** One for each candidate who came so far. */
export const each = (key: string, label: string, clause?: string): Material => ({ ...whole(key, label, clause), each: true })

export const vote = (kind: BallotKindName): Pick<Step, 'vote'> => ({ vote: kind })

const proposing: readonly Step[] = [
  {
    key: 'analysis',
    label: '综合分析研判',
    phase: phases[0],
    clause: chapter('第三章'),
    actor: '组织（人事）部门',
    needs: [],
    asks: [{ kind: 'opinion', label: '研判意见（空缺、结构需要、任职条件）' }],
  },
  {
    key: 'proposal',
    label: '提出动议，形成工作方案',
    phase: phases[0],
    clause: chapter('第三章'),
    actor: '党委（党组）或组织（人事）部门',
    needs: ['analysis'],
    asks: [{ kind: 'opinion', label: '选拔任用的职位、条件、范围、方式、程序' }],
    materials: [whole('plan', '酝酿形成的工作方案')],
  },
  {
    key: 'consultation',
    label: '向主要领导报告、酝酿沟通',
    phase: phases[0],
    clause: chapter('第三章'),
    actor: '组织（人事）部门',
    needs: ['proposal'],
    asks: [
      { kind: 'people', label: '酝酿人员', atLeast: 1 },
      { kind: 'opinion', label: '酝酿意见' },
    ],
  },
]

const recommending: readonly Step[] = [
  {
    key: 'talkRecommendation',
    label: '谈话调研推荐',
    phase: phases[1],
    clause: art('第十八条至第二十条'),
    actor: '组织（人事）部门',
    needs: ['consultation'],
    asks: [{ kind: 'opinion', label: '参加范围和情况' }],
    ...vote('talkRecommendation'),
    forms: ['assessmentTalk'],
  },
  {
    key: 'meetingRecommendation',
    label: '会议推荐',
    phase: phases[1],
    clause: art('第十八条至第二十条'),
    actor: '组织（人事）部门',
    needs: ['consultation'],
    asks: [{ kind: 'opinion', label: '参加范围和情况' }],
    materials: [whole('summary', '会议推荐和个别谈话推荐汇总表')],
    ...vote('meetingRecommendation'),
    forms: ['recommendationSummary'],
  },
  {
    key: 'recommendationReport',
    label: '汇报推荐情况',
    phase: phases[1],
    clause: art('第二十三条'),
    actor: '组织（人事）部门',
    needs: ['talkRecommendation', 'meetingRecommendation'],
    asks: [{ kind: 'opinion', label: '汇报意见' }],
  },
]

const assessing: readonly Step[] = [
  {
    key: 'assessed',
    label: '确定考察对象',
    phase: phases[2],
    clause: art('第二十四条'),
    actor: '党委（党组）',
    needs: ['recommendationReport'],
    latest: [
      {
        from: { step: 'meetingRecommendation' },
        span: { months: 12 },
        words: '民主推荐结果一年内有效',
        clause: chapter('第四章'),
      },
    ],
    asks: [{ kind: 'opinion', label: '确定的时间和方式' }],
    materials: [whole('minutes', '会议记录（纪要）')],
  },
  {
    key: 'team',
    label: '组成考察组，制定考察方案',
    phase: phases[2],
    clause: art('第三十三条'),
    actor: '组织（人事）部门',
    needs: ['assessed'],
    asks: [{ kind: 'people', label: '考察组成员', atLeast: 2 }],
    materials: [whole('plan', '考察工作方案')],
  },
  {
    key: 'assessmentNotice',
    label: '考察预告',
    phase: phases[2],
    clause: chapter('第五章'),
    actor: '组织（人事）部门',
    needs: ['team'],
    asks: [
      { kind: 'place', label: '预告范围' },
      { kind: 'phone', label: '联系电话' },
    ],
    materials: [whole('notice', '考察预告')],
    forms: ['assessmentNotice'],
  },
  {
    key: 'assessment',
    label: '个别谈话、民主测评',
    phase: phases[2],
    clause: chapter('第五章'),
    actor: '考察组',
    needs: ['assessmentNotice'],
    asks: [
      { kind: 'people', label: '参加谈话、测评的范围' },
      { kind: 'opinion', label: '考察情况' },
    ],
    materials: [whole('talks', '个别谈话记录'), whole('tally', '民主测评汇总表、征求意见汇总表')],
    ...vote('cadreAssessment'),
    forms: ['assessmentTalk'],
  },
  {
    key: 'checks',
    label: '凡提四必、征求意见',
    phase: phases[2],
    clause: art('第三十一条'),
    actor: '组织（人事）部门',
    needs: ['assessed'],
    asks: [{ kind: 'opinion', label: '核查情况' }],
    materials: [
      each('archive', '干部人事档案任前审核登记表', art('第三十一条')),
      each('personalMatters', '个人有关事项报告查核结论', art('第三十一条')),
      each('discipline', '纪检监察机关意见', art('第三十一条')),
      each('integrity', '廉洁自律结论性意见（书记、纪委书记签字）', art('第三十一条')),
    ],
    forms: ['archiveForm', 'opinionLetter', 'integrityForm'],
  },
  {
    key: 'report',
    label: '综合分析，形成考察材料',
    phase: phases[2],
    clause: chapter('第五章'),
    actor: '考察组',
    needs: ['assessment', 'checks'],
    asks: [{ kind: 'opinion', label: '考察组建议' }],
    materials: [each('report', '考察材料'), each('sheet', '干部任免审批表')],
    forms: ['assessmentReport', 'appointmentSheet'],
  },
]

/** 动议, 民主推荐, 考察: from the first thought to the material on each candidate. */
export const towardsDecision: readonly Step[] = [...proposing, ...recommending, ...assessing]
