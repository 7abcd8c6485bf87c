import type { Bound, Material, Step } from './procedure.ts'

/** The stages that offices speak of. */
export const phases = ['申请入党', '入党积极分子', '发展对象', '接收预备党员', '预备党员转正'] as const

/** Whose clause it is that nobody comes back for five years. */
export const disposalRules = '《中国共产党不合格党员组织处置办法》（2024）'
export const rules2026 = '《中国共产党发展党员工作细则》（2026）'
/** An article of the rules of 2026. */
export const art = (number: string) => `${rules2026}${number}`
/** What most places do and no article that was seen asks for. */
export const customary = '各地做法，待核'

export const months = (step: string, count: number, words: string, clause: string, more: Pick<Bound, 'extended'> = {}): Bound => ({
  from: { step },
  span: { months: count },
  words,
  clause,
  ...more,
})
export const material = (key: string, label: string, more: Pick<Material, 'oneOf' | 'when' | 'clause'> = {}): Material => ({ key, label, ...more })

const publicNotice = (key: string, label: string, phase: string, needs: readonly string[], clause: string, forms: Step['forms'] = []): Step => ({
  key,
  no: 9,
  label,
  phase,
  clause,
  actor: '党支部',
  needs,
  lasts: { span: { workingDays: 5 }, words: '公示期不少于五个工作日', clause },
  results: [
    { key: 'clear', label: '无影响发展的反映' },
    { key: 'affected', label: '有反映，查实影响发展', ends: '公示后不再列为发展对象' },
  ],
  asks: [
    { kind: 'place', label: '公示范围' },
    { kind: 'phone', label: '受理电话' },
    { kind: 'opinion', label: '反映情况' },
  ],
  materials: [
    material('notice', '公示'),
    material('outcome', '公示情况'),
    material('verification', '反映问题的查核报告', { when: { results: ['affected'] }, clause: customary }),
  ],
  forms,
})

/** 第一、第二阶段: from the application to 确定为发展对象. */
export const towardsCandidate: readonly Step[] = [
  {
    key: 'application',
    no: 1,
    label: '递交入党申请书',
    phase: phases[0],
    clause: art('第五条、第六条'),
    actor: '入党申请人',
    needs: [],
    earliest: [
      { from: { fact: 'bornOn' }, span: { months: 216 }, words: '年满十八岁', clause: art('第五条') },
      { from: { fact: 'removedOn' }, span: { months: 60 }, words: '劝其退党或者除名后 5 年内不得重新入党', clause: disposalRules },
    ],
    materials: [material('application', '入党申请书')],
  },
  {
    key: 'talk',
    no: 2,
    label: '党组织派人谈话',
    phase: phases[0],
    clause: art('第七条'),
    actor: '党支部',
    needs: ['application'],
    latest: [months('application', 1, '收到入党申请书后一个月内', art('第七条'))],
    asks: [
      { kind: 'people', label: '谈话人', atLeast: 1 },
      { kind: 'place', label: '谈话地点' },
      { kind: 'opinion', label: '谈话内容' },
    ],
    materials: [material('record', '入党申请人谈话记录')],
    forms: ['talkRecord'],
  },
  {
    key: 'recommendation',
    makes: 'activist',
    no: 3,
    label: '推荐和确定入党积极分子',
    phase: phases[0],
    clause: art('第八条'),
    actor: '党支部委员会',
    needs: ['talk'],
    asks: [
      { kind: 'opinion', label: '推荐方式和票数' },
      { kind: 'group', label: '党小组意见' },
      { kind: 'branch', label: '支委会（支部大会）意见' },
    ],
    materials: [
      material('members', '党员推荐材料', { oneOf: 'recommendation' }),
      material('league', '群团组织推优材料', { oneOf: 'recommendation' }),
      material('minutes', '支委会会议记录'),
    ],
  },
  {
    key: 'activistFiling',
    no: 4,
    label: '报上级党委备案',
    phase: phases[0],
    clause: art('第八条'),
    actor: '党支部',
    needs: ['recommendation'],
    asks: [{ kind: 'number', label: '备案文号' }],
    materials: [material('filing', '入党积极分子备案表')],
    forms: ['activistFiling', 'activistList'],
  },
  {
    key: 'contacts',
    no: 5,
    label: '指定培养联系人',
    phase: phases[1],
    clause: art('第九条'),
    actor: '党支部',
    needs: ['recommendation'],
    asks: [{ kind: 'people', label: '培养联系人', atLeast: 1, atMost: 2, fullMembers: true }],
    forms: ['cultivationRecord'],
  },
  {
    key: 'training',
    no: 6,
    label: '培养教育',
    phase: phases[1],
    clause: art('第十条'),
    actor: '党支部',
    needs: ['contacts'],
    materials: [material('register', '入党积极分子培养教育考察登记表')],
    forms: ['cultivationRecord'],
  },
  {
    key: 'inspection',
    no: 7,
    label: '半年考察',
    phase: phases[1],
    clause: art('第十一条'),
    actor: '党支部',
    needs: ['contacts'],
    repeats: {
      every: { months: 6 },
      since: { step: 'recommendation' },
      until: 'consultation',
      words: '每半年进行一次考察',
      clause: art('第十一条'),
    },
    asks: [
      { kind: 'sponsor', label: '培养联系人考察意见' },
      { kind: 'opinion', label: '党支部考察意见' },
    ],
    forms: ['cultivationRecord'],
  },
  {
    key: 'consultation',
    no: 8,
    label: '听取意见、支委会讨论',
    phase: phases[2],
    clause: art('第十三条'),
    actor: '党支部委员会',
    needs: ['training', 'inspection'],
    earliest: [months('recommendation', 12, '经过一年以上培养教育和考察', art('第十三条'))],
    asks: [
      { kind: 'opinion', label: '党小组、培养联系人、党员和群众意见' },
      { kind: 'branch', label: '支委会意见' },
    ],
    materials: [material('opinions', '征求意见记录'), material('minutes', '支委会会议记录')],
  },
  {
    key: 'consent',
    no: 8,
    label: '报上级党委同意',
    phase: phases[2],
    clause: art('第十三条'),
    actor: '基层党委',
    needs: ['consultation'],
    results: [
      { key: 'agreed', label: '同意拟列为发展对象' },
      { key: 'returned', label: '退回继续培养', again: ['consultation', 'consent'] },
    ],
    asks: [{ kind: 'number', label: '批复文号' }],
    materials: [material('reply', '上级党委批复')],
  },
  publicNotice('candidateNotice', '拟列发展对象公示', phases[2], ['consent'], art('第十三条'), ['candidateNotice']),
  {
    key: 'candidate',
    makes: 'candidate',
    no: 10,
    label: '确定为发展对象',
    phase: phases[2],
    clause: art('第十三条'),
    actor: '党支部',
    needs: ['candidateNotice'],
  },
]
