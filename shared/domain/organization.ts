import { choice, date, integer, note, phone, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type Fault, type RecordOf } from '../records/record.ts'

export const organizationKinds = {
  committee: '党委',
  workCommittee: '党工委',
  generalBranch: '党总支',
  branch: '党支部',
  group: '党小组',
} as const

/** What an organization's members do for a living decides some local quotas (policy 001: 机关事业单位 and others). */
export const unitKinds = {
  agency: '机关',
  institution: '事业单位',
  school: '学校',
  enterprise: '企业',
  village: '农村',
  community: '社区',
  other: '其他',
} as const

/** 党组织. Undated facts hold for every period; moves and closures are dated and keep history. */
export const organization = defineRecord('organization', {
  label: '党组织',
  serves: ['M091', 'M103'],
  fields: {
    name: text({
      label: '党组织名称',
      required: true,
      also: ['组织名称', '名称', '党组织全称', '支部名称', '党支部名称', '组织全称', '支部全称', '党组织', '党支部', '基层党组织名称'],
      faults: { missing: 'missingName', duplicate: 'duplicateName' },
    }),
    kind: choice(organizationKinds, {
      label: '组织类别',
      required: true,
      also: ['类别', '组织类型', '党组织类别', '党组织类型', '类型'],
      aliases: wordsFor({
        committee: '基层党委 党组 二级党委 分党委',
        generalBranch: '总支 党总支部',
        branch: '支部 联合党支部 临时党支部',
        group: '小组',
      }),
    }),
    parentId: ref('organization', {
      label: '上级党组织',
      also: words(`
        上级组织 隶属党组织 上级党组织名称 所属党组织 所属党委 上级 上级党组织全称 上级党委 上级组织名称 隶属组织 所属上级党组织
        直接上级党组织 隶属上级党组织 所属党总支 党总支
      `),
    }),
    parentName: text({ label: '上级党组织（未登记）', help: '上级还没有登记时先记下名称，登记后自动接上' }),
    code: text({ label: '组织代码', also: ['党组织代码', '编码', '组织编码', '代码'] }),
    unitKind: choice(unitKinds, {
      label: '单位类别',
      also: ['单位性质', '所在单位类别', '所在单位性质', '单位类型'],
      help: '不填则随上级',
      aliases: wordsFor({
        agency: '党政机关 行政机关 国家机关 机关单位 行政单位 党政机关单位 机关事业单位 乡镇 乡镇机关 街道 街道机关 政府机关',
        institution: '事业 参公事业单位 参公单位 参照公务员法管理事业单位 医院 公立医院 科研院所 科研单位',
        school: '高校 高等学校 高等院校 院校 大学 中学 小学 中小学 幼儿园',
        enterprise: '国有企业 国企 民营企业 非公企业 非公有制企业 私营企业 集体企业 公有制企业 公司',
        village: '村 行政村 建制村 村委会 村民委员会',
        community: '城市社区 社区居委会 居委会 居民委员会',
        other: '其它 其他单位 社会组织 两新组织 新社会组织',
      }),
    }),
    foundedOn: date({
      label: '成立日期',
      also: words(`
        成立时间 建立时间 设立时间 批准成立日期 组织建立时间 组织成立时间 建立日期 批准成立时间 批准建立时间 党组织成立时间 党组织建立时间
        设立日期
      `),
    }),
    electedOn: date({
      label: '本届当选日期',
      also: words(`
        换届时间 本届换届时间 当选日期 最近换届时间 本届班子当选日期 任命时间 换届日期 实际换届时间 实际换届日期 上次换届时间
        最近一次换届时间 最近换届日期 本届任期开始时间 本届选举时间 选举时间 选举日期 本届当选时间 班子当选日期
      `),
    }),
    termYears: integer({ label: '任期年限', also: ['任期', '任期（年）', '届期', '任期年数', '届期年限', '每届任期'] }),
    contact: text({ label: '联系人', also: ['党组织联系人', '联系人姓名'] }),
    phone: phone({ label: '联系电话', also: ['电话', '联系方式', '党组织联系电话', '联系人电话', '办公电话'] }),
    closedOn: date({ label: '撤销日期', also: ['撤销时间'] }),
    remark: note({ label: '备注', also: ['说明'] }),
  },
  title: 'name',
  key: ['name', 'parentId'],
  list: ['name', 'kind', 'parentId', 'electedOn', 'termYears'],
  form: [
    ['name', 'kind'],
    ['parentId', 'parentName'],
    ['code', 'unitKind'],
    ['foundedOn', 'electedOn', 'termYears'],
    ['contact', 'phone', 'closedOn'],
    ['remark'],
  ],
  check: organizationFaults,
})
export type Organization = RecordOf<typeof organization>
export type OrganizationKind = keyof typeof organizationKinds

function organizationFaults(o: { foundedOn: string | null; electedOn: string | null; closedOn: string | null; termYears: number | null }) {
  const faults: (Fault & { field: 'electedOn' | 'closedOn' | 'termYears' })[] = []
  if (o.foundedOn && o.electedOn && o.electedOn < o.foundedOn) faults.push({ field: 'electedOn', code: 'dateOrder', message: '本届当选日期早于成立日期' })
  if (o.foundedOn && o.closedOn && o.closedOn < o.foundedOn) faults.push({ field: 'closedOn', code: 'dateOrder', message: '撤销日期早于成立日期' })
  if (o.termYears !== null && (o.termYears < 1 || o.termYears > 10))
    faults.push({ field: 'termYears', code: 'badNumber', message: '任期年限应在 1 到 10 年之间' })
  return faults
}
