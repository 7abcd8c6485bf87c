import type { Procedure, Step } from './procedure.ts'

const phases = ['提出', '介绍信', '接收和回执'] as const
const regulation = '《中国共产党党员教育管理工作条例》（2019）'
const customary = '各地做法，待核'
const out = { step: 'request', results: ['out'] }
const into = { step: 'request', results: ['in'] }

const steps: readonly Step[] = [
  {
    key: 'request',
    label: '提出转接，核对党费和去向',
    phase: phases[0],
    clause: `${regulation}第二十五条`,
    actor: '党支部',
    needs: [],
    results: [
      { key: 'out', label: '转出' },
      { key: 'in', label: '转入' },
    ],
    asks: [
      { kind: 'place', label: '对方党组织' },
      { kind: 'number', label: '党费交至（年月）' },
      { kind: 'opinion', label: '原因和联系电话' },
    ],
  },
  {
    key: 'letter',
    label: '开具组织关系介绍信',
    phase: phases[1],
    clause: customary,
    actor: '基层党委',
    needs: ['request'],
    when: out,
    asks: [
      { kind: 'number', label: '介绍信编号' },
      { kind: 'place', label: '抬头（转入单位）' },
      { kind: 'valid', label: '介绍信有效期至' },
    ],
    forms: ['relationLetter'],
    materials: [{ key: 'stub', label: '介绍信存根' }],
  },
  {
    key: 'receipt',
    label: '收到回执',
    phase: phases[2],
    clause: customary,
    actor: '基层党委',
    needs: ['letter'],
    when: out,
    latest: [
      {
        from: { step: 'letter' },
        span: { days: 90 },
        stated: '介绍信有效期',
        words: '介绍信有效期一般不超过 90 天，过期没有回执即“挂空”',
        clause: customary,
      },
    ],
    results: [
      { key: 'received', label: '已接收', ends: '已转出' },
      { key: 'returned', label: '退回或过期，重新开信', again: ['letter', 'receipt'] },
    ],
    asks: [{ kind: 'number', label: '回执编号' }],
    materials: [{ key: 'receipt', label: '介绍信回执' }],
  },
  {
    key: 'check',
    label: '查验介绍信和党员身份',
    phase: phases[1],
    clause: customary,
    actor: '基层党委',
    needs: ['request'],
    when: into,
    results: [
      { key: 'accepted', label: '接收' },
      { key: 'refused', label: '不予接收', ends: '查验不符，介绍信退回' },
    ],
    asks: [
      { kind: 'number', label: '介绍信编号' },
      { kind: 'place', label: '开信单位' },
      { kind: 'valid', label: '介绍信有效期至' },
    ],
    materials: [{ key: 'letter', label: '组织关系介绍信' }],
  },
  {
    key: 'assign',
    label: '编入党支部',
    phase: phases[2],
    clause: customary,
    actor: '基层党委',
    needs: ['check'],
    when: into,
    asks: [{ kind: 'place', label: '编入的党支部' }],
  },
  {
    key: 'answer',
    label: '寄出回执',
    phase: phases[2],
    clause: customary,
    actor: '基层党委',
    needs: ['assign'],
    when: into,
    results: [{ key: 'sent', label: '已寄出', ends: '已转入' }],
    asks: [{ kind: 'number', label: '回执编号' }],
    materials: [{ key: 'copy', label: '回执留底' }],
  },
]

/** 组织关系转接: from the request to the receipt, out or in. Without a receipt in time someone belongs nowhere (挂空). */
export const relationTransfer: Procedure = {
  name: 'relationTransfer',
  label: '组织关系转接',
  caseLabel: '组织关系转接',
  phases,
  rules: [{ startsOn: '2019-05-06', source: regulation, steps }],
  serves: ['M071', 'M168'],
}
