import { longDay, longSpan, spacedName } from '../text.ts'
import { type Block, filled, type Grid, type GridRow, label } from '../written.ts'
import { candidacy, inspections } from './cultivation-pages.ts'
import { dayOf, lastOf, timesOf } from '../case-facts.ts'
import type { Development } from './facts.ts'
import { periodsOf } from './resume.ts'
import { dotted, downwards, indented, note, opinion, opinions, signedBy, width, written } from '../parts.ts'
import { subjectColumns, subjectRows } from './parts.ts'
import { personForm } from './person-form.ts'

const explained =
  '1.本表由党支部填写并保管，手写的用蓝黑、黑色钢笔或签字笔，不得涂改。2.培养联系人由一至两名正式党员担任。3.党支部每半年对入党积极分子进行一次考察，经过一年以上培养教育和考察、基本具备党员条件的，方可列为发展对象。4.本表随发展党员材料归档。'

const cover = (about: Development, office: string): readonly Block[] => [
  { kind: 'gap', mm: 34 },
  { kind: 'title', text: '入党积极分子（发展对象）\n培养教育考察登记表' },
  { kind: 'gap', mm: 34 },
  {
    kind: 'cover',
    lines: [
      { label: '姓名', value: about.name },
      { label: '所在党支部', value: about.branch },
      { label: '单位及职务', value: about.workPost },
      { label: '递交入党申请书时间', value: written(dayOf(about, 'application')) },
      { label: '确定为入党积极分子时间', value: written(dayOf(about, 'recommendation')) },
      { label: '列为发展对象时间', value: written(dayOf(about, 'candidate')) },
    ],
  },
  { kind: 'gap', mm: 26 },
  ...note(explained),
  { kind: 'gap', mm: 10 },
  { kind: 'paragraph', text: `${office}制`, align: 'center', size: 'heading', indent: false },
  { kind: 'pageBreak' },
]

function basics(about: Development): readonly Block[] {
  const periods = periodsOf(about.resume)
  const resume = [...periods, ...Array.from({ length: Math.max(0, 4 - periods.length) }, () => undefined)]
  const family = about.relatives.filter(({ circle }) => circle === 'family')
  const relatives = [...family, ...Array.from({ length: Math.max(0, 3 - family.length) }, () => undefined)]
  const line = (cells: GridRow['cells'], height = 9): GridRow => ({ height, cells })
  return [
    {
      kind: 'grid',
      columns: subjectColumns,
      rows: [
        ...subjectRows(about).slice(0, 2),
        line(
          [
            label('参加工作\n时　　间'),
            filled(about.workingSince),
            label('入团\n时间'),
            filled(about.leagueOn),
            label('身份证号'),
            filled(about.idNumber, { size: about.idNumber.length > 17 ? 'note' : 'cell' }),
          ],
          12,
        ),
        ...subjectRows(about).slice(2),
        line([label('现居住地'), filled(about.address, { span: 5, align: 'left' })], 11),
      ],
    },
    {
      kind: 'grid',
      columns: [14, 40, 90, 26],
      rows: [
        line([downwards('个人简历', resume.length + 1), label('起止年月'), label('在何地、何单位学习或工作，任何职务'), label('证明人')]),
        ...resume.map(period => line([filled(period?.span), filled(period?.what, { align: 'left' }), filled(period?.witness)])),
      ],
    },
    {
      kind: 'grid',
      columns: [14, 22, 24, 24, 26, 60],
      rows: [
        line([downwards('家庭成员', relatives.length + 1), label('称谓'), label('姓名'), label('出生年月'), label('政治面貌'), label('工作单位及职务')]),
        ...relatives.map(found =>
          line([filled(found?.relation), filled(found?.name), filled(found?.bornOn), filled(found?.politics), filled(found?.workPost, { align: 'left' })]),
        ),
      ],
    },
    {
      kind: 'grid',
      columns: [14, width - 14],
      rows: [{ height: 24, cells: [label('奖惩情况', { vertical: true }), filled(about.rewards, { align: 'left' })] }],
    },
    { kind: 'pageBreak' },
  ]
}

function contactsOf(about: Development): Grid {
  const appointed = dotted(dayOf(about, 'contacts'))
  const shown = [about.contacts[0], about.contacts[1]]
  return {
    kind: 'grid',
    columns: [28, 56, 22, 22, 26, 16],
    rows: [
      { height: 9, cells: [label('培　养\n联系人', { down: 3 }), label('单位及职务'), label('姓名'), label('入党时间'), label('指定时间'), label('备注')] },
      ...shown.map((found): GridRow => ({
        height: 10,
        cells: [
          filled(found?.workPost, { align: 'left' }),
          filled(spacedName(found?.name ?? '')),
          filled(found?.joinedOn),
          filled(found ? appointed : ''),
          filled(''),
        ],
      })),
    ],
  }
}

function judgements(about: Development): readonly Block[] {
  const recommended = lastOf(about, 'recommendation')
  const filing = lastOf(about, 'activistFiling')
  const met = recommended?.doneOn ?? ''
  const names = about.contacts.map(({ name }) => name).join('、')
  const settled =
    met === '' ? '' : `经${longDay(met)}支委会研究，同意确定${about.name}同志为入党积极分子，${names === '' ? '' : `培养联系人为${names}，`}报上级党委备案。`
  return [
    contactsOf(about),
    opinions([
      opinion('党员推荐\n（群团组\n织推优）\n意　见', recommended?.opinion ?? '', signedBy('负责人', { seal: true })),
      opinion('党小组\n意　见', recommended?.group ?? '', signedBy('党小组组长')),
      opinion('支部委员会\n（支部大会）\n意　　　见', recommended?.branch || settled, signedBy('支部书记', { seal: true, day: met })),
      opinion('上级党委\n备案意见', '', signedBy('负责人', { seal: true, day: filing?.doneOn ?? '' })),
      { height: 24, cells: [label('短期集中\n培训情况'), filled(indented(courseOf(about)), { align: 'left' })] },
    ]),
  ]
}

/** 2026年6月16日至18日参加…，24 学时，92 分 */
function courseOf(about: Development): string {
  return timesOf(about, 'course')
    .map(({ startedOn, doneOn, place, hours, opinion: outcome }) => {
      return [
        `${longSpan(startedOn || doneOn, doneOn)}参加${place || '发展对象短期集中培训'}`,
        hours === null ? '' : `${hours} 学时`,
        outcome.replace(/。$/, ''),
      ]
        .filter(Boolean)
        .join('，')
    })
    .map(sentence => `${sentence}。`)
    .join('\n')
}

/** 入党积极分子（发展对象）培养教育考察登记表: cover, what is known of the person, opinions, a box for every half-year. */
export const cultivationRecord = personForm({
  name: 'cultivationRecord',
  label: '入党积极分子（发展对象）培养教育考察登记表',
  description: '每人一册：封面、基本情况、推荐和支部意见、半年考察各次、列为发展对象的意见和培训情况，取自卷宗。',
  serves: ['M014', 'M107'],
  preview: 1,
  batch: 100,
  documentOf: (about, office) => ({ blocks: [...cover(about, office), ...basics(about), ...judgements(about), ...inspections(about), ...candidacy(about)] }),
})
