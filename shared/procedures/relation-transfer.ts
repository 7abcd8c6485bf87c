import type { Procedure, Step } from './procedure.ts'

const phases = ['转出', '接收'] as const
const customary = '各地做法，待核'

const steps: readonly Step[] = [
  {
    key: 'request',
    label: '本人提出，核对党费和去向',
    phase: phases[0],
    clause: '《中国共产党党员教育管理工作条例》（2019）第二十五条',
    actor: '党支部',
    needs: [],
    asks: [{ kind: 'place', label: '转入党组织' }],
  },
  {
    key: 'letter',
    label: '开具组织关系介绍信',
    phase: phases[0],
    clause: customary,
    actor: '基层党委',
    needs: ['request'],
    asks: [
      { kind: 'number', label: '介绍信编号' },
      { kind: 'place', label: '抬头（转入单位）' },
    ],
    materials: [{ key: 'stub', label: '介绍信存根' }],
  },
  {
    key: 'receipt',
    label: '收到回执',
    phase: phases[1],
    clause: customary,
    actor: '基层党委',
    needs: ['letter'],
    latest: [
      {
        from: { step: 'letter' },
        span: { days: 90 },
        words: '介绍信有效期一般不超过 90 天，过期没有回执即“挂空”',
        clause: customary,
        extended: { span: { days: 180 }, words: '另开介绍信后再计' },
      },
    ],
    results: [
      { key: 'received', label: '已接收', ends: '已转出' },
      { key: 'returned', label: '退回，重新办理', again: ['letter', 'receipt'] },
    ],
    asks: [{ kind: 'number', label: '回执编号' }],
    materials: [{ key: 'receipt', label: '介绍信回执' }],
  },
]

/** 组织关系转接: from the request to the receipt. Without a receipt in time someone belongs nowhere (挂空). */
export const relationTransfer: Procedure = {
  name: 'relationTransfer',
  label: '组织关系转接',
  caseLabel: '组织关系转接',
  phases,
  rules: [{ startsOn: '2019-05-06', source: '《中国共产党党员教育管理工作条例》（2019）', steps }],
  serves: ['M103'],
}
