import { choice, date, flag, idNumber, note, phone, ref, text, words } from '../records/fields.ts'
import { isMasked } from '../records/masked.ts'
import { defineRecord, type Fault, type RecordOf } from '../records/record.ts'
import { addYears } from '../rules/days.ts'
import { readIdNumber } from '../rules/id-number.ts'

export const personCategories = {
  full: '正式党员',
  probationary: '预备党员',
  candidate: '发展对象',
  activist: '入党积极分子',
  applicant: '入党申请人',
  outside: '群众',
} as const

export const leaderLevels = {
  section: '乡科级',
  division: '县处级',
  bureau: '厅局级',
  province: '省部级',
  middle: '单位中层',
} as const

export const mobilityStates = { settled: '正常', floating: '流动', lost: '失联' } as const

export const membershipStates = { normal: '正常', suspended: '停止党籍', left: '已出党', transferred: '已转出', deceased: '已去世' } as const

export const sexes = { male: '男', female: '女' } as const

/**
 * 人员: everyone the office keeps a record of. Branch, office held and exemption are what the latest roster says;
 * dated changes of them are `transfer`, `appointment` and `exemption` records.
 */
export const person = defineRecord('person', {
  label: '人员',
  serves: ['M015', 'M103', 'M167'],
  fields: {
    name: text({
      label: '姓名',
      required: true,
      also: ['党员姓名', '姓 名', '人员姓名', '参训人员姓名', '参会人员姓名', '参加人员姓名', '名字'],
      faults: { missing: 'missingName' },
    }),
    idNumber: idNumber({
      label: '公民身份号码',
      required: true,
      unique: true,
      masked: true,
      also: words('身份证号 身份证号码 居民身份证号 居民身份证号码 公民身份证号码 公民身份证号 证件号码 身份号码 证号 身份证 身份证件号码 身份证件号'),
      faults: { missing: 'missingId', duplicate: 'duplicateId' },
    }),
    sex: choice(sexes, {
      label: '性别',
      also: ['男/女'],
      aliases: { 男性: 'male', 女性: 'female', M: 'male', F: 'female' },
      help: '由身份号码得出',
      from: 'idNumber',
    }),
    bornOn: date({ label: '出生日期', also: ['出生年月', '出生时间', '出生年月日', '生日', '出生'], help: '由身份号码得出', from: 'idNumber' }),
    nation: text({
      label: '民族',
      also: ['民族成份', '民族成分'],
      suggestions: words('汉族 满族 回族 壮族 苗族 维吾尔族 土家族 彝族 蒙古族 藏族 布依族 侗族 瑶族 朝鲜族 白族 哈尼族 畲族'),
    }),
    nativePlace: text({ label: '籍贯' }),
    education: text({
      label: '学历',
      also: ['最高学历', '文化程度', '学历学位', '最高学历学位', '最高学历及学位', '文化水平'],
      suggestions: ['博士研究生', '硕士研究生', '研究生', '大学本科', '大学专科', '中专', '高中', '初中', '小学'],
    }),
    degree: text({ label: '学位', also: ['最高学位'], suggestions: ['博士', '硕士', '学士'] }),
    organizationId: ref('organization', {
      label: '所在党支部',
      also: words(`
        党支部 支部 所属党支部 所在支部 所属支部 所在党组织 所属党组织 编入支部 编入党支部 党支部名称 支部名称 党支部全称 所在基层党组织
        组织关系所在党支部 组织关系所在支部 现党支部 党组织关系所在支部 党组织关系所在党支部
      `),
      faults: { unknown: 'unknownBranch', missing: 'missingBranch' },
    }),
    category: choice(personCategories, {
      label: '人员类别',
      required: true,
      also: ['党员类别', '类别', '政治面貌', '党籍类别', '身份类别'],
      aliases: {
        正式: 'full',
        中共党员: 'full',
        中共正式党员: 'full',
        党员: 'full',
        共产党员: 'full',
        预备: 'probationary',
        预备期党员: 'probationary',
        中共预备党员: 'probationary',
        '中共党员（预备）': 'probationary',
        '党员（预备）': 'probationary',
        积极分子: 'activist',
        申请人: 'applicant',
      },
    }),
    membershipState: choice(membershipStates, {
      label: '党籍状态',
      also: ['党籍', '党员状态'],
      aliases: { 正常党籍: 'normal', 停止: 'suspended', 出党: 'left', 死亡: 'deceased', 转出: 'transferred' },
    }),
    membershipOn: date({
      label: '党籍状态变动日期',
      also: ['出党日期', '停止党籍日期', '去世日期', '转出日期', '出党时间', '停止党籍时间', '去世时间', '转出时间', '减员时间'],
      help: '已转出、出党、去世或停止党籍的日期；填了，此前的年度仍计在内',
    }),
    joinedOn: date({
      label: '加入党组织日期',
      also: words(`
        入党时间 入党日期 加入时间 加入中国共产党时间 加入党组织时间 入党年月 何时入党 发展时间 入党年月日 加入中国共产党日期
        加入党组织年月 吸收为预备党员时间 接收为预备党员时间 接收预备党员时间 接收预备党员日期 吸收预备党员时间
      `),
    }),
    fullMemberOn: date({
      label: '转为正式党员日期',
      also: ['转正时间', '转正日期', '转正', '转为正式党员时间', '转正年月', '转为正式党员年月', '转为正式党员的时间', '预备党员转正时间', '按期转正时间'],
    }),
    partyPost: text({
      label: '党内职务',
      also: ['党内任职', '党务职务', '支部职务', '职务', '现任党内职务', '担任党内职务', '党组织职务', '支部内职务', '支委职务', '支部任职', '党内职位'],
      help: '书记、副书记和委员按班子成员计指标',
      suggestions: ['党支部书记', '党支部副书记', '组织委员', '宣传委员', '纪检委员', '支部委员', '党总支书记', '党委委员'],
    }),
    workPost: text({
      label: '工作岗位',
      also: words(`
        岗位 工作单位及职务 单位及职务 行政职务 现任职务 工作职务 职业 工作单位 工作单位和职务 单位职务 所在单位及职务 时任单位及职务
        工作学习单位
      `),
    }),
    frontline: choice(
      { yes: '是', no: '否' },
      { label: '生产工作一线', also: ['是否生产工作一线', '是否一线', '是否在生产工作一线', '生产、工作一线', '一线'], help: '发展党员的结构统计用' },
    ),
    leader: flag({ label: '是否党员领导干部', required: true, also: ['党员领导干部', '领导干部', '是否领导干部', '是否为党员领导干部', '是否为领导干部'] }),
    leaderLevel: choice(leaderLevels, {
      label: '领导干部级别',
      also: ['干部级别', '行政级别', '职级'],
      aliases: {
        科级: 'section',
        正科级: 'section',
        副科级: 'section',
        处级: 'division',
        正处级: 'division',
        副处级: 'division',
        中层正职: 'middle',
        中层副职: 'middle',
      },
    }),
    phone: phone({
      label: '手机号码',
      masked: true,
      also: ['手机', '联系电话', '电话', '手机号', '联系方式', '电话号码', '移动电话', '手机电话', '本人电话', '联系手机'],
    }),
    address: text({
      label: '家庭住址',
      also: ['住址', '现居住地', '联系地址', '家庭地址', '居住地址', '居住地', '现住址', '现住地址', '通讯地址', '常住地址'],
    }),
    mobility: choice(mobilityStates, {
      label: '流动状态',
      also: ['是否流动', '是否失联', '流动情况', '失联/流动', '是否流动党员', '是否失联党员', '流动党员', '失联流动', '是否失联流动'],
      aliases: { 否: 'settled', 是: 'floating', 流动党员: 'floating', 外出流动: 'floating', 失联党员: 'lost' },
    }),
    mobilityOn: date({ label: '流出或失联日期', also: ['流出时间', '失联日期', '外出时间', '流动时间', '外出日期', '流出日期', '失联时间'] }),
    mobilityPlace: text({ label: '外出流向', also: ['流向', '流动去向', '流出地'] }),
    exemptReason: text({
      label: '免学时原因',
      also: words(`
        免学原因 免学时 免修原因 免除学时原因 是否免学时 是否免除学时 免修 是否免修 是否免修学时 是否免除学习任务 免学时情况 免学时说明
        是否免学时及原因 免学时及原因 是否免学 免学
      `),
      help: '年老体弱、行动不便、患重病者不作硬性要求',
      suggestions: ['年老体弱', '行动不便', '长期患病', '失能'],
    }),
    remark: note({ label: '备注', also: ['备注1', '说明', '备注栏', '其他说明'] }),
  },
  title: 'name',
  key: ['idNumber'],
  list: [
    'name',
    'sex',
    'bornOn',
    'idNumber',
    'organizationId',
    'category',
    'partyPost',
    'joinedOn',
    'fullMemberOn',
    'education',
    'nation',
    'workPost',
    'leader',
    'leaderLevel',
    'phone',
    'mobility',
    'membershipState',
    'exemptReason',
  ],
  form: [
    ['name', 'idNumber', 'sex', 'bornOn'],
    ['nation', 'nativePlace', 'education', 'degree'],
    ['organizationId', 'category', 'membershipState', 'membershipOn'],
    ['partyPost', 'joinedOn', 'fullMemberOn', 'leader', 'leaderLevel'],
    ['workPost', 'frontline', 'phone', 'address'],
    ['mobility', 'mobilityOn', 'mobilityPlace', 'exemptReason'],
    ['remark'],
  ],
  check: personFaults,
  complete: p => {
    const reading = readIdNumber(p.idNumber)
    return reading.ok ? { ...p, sex: reading.sex, bornOn: reading.bornOn } : p
  },
})
export type Person = RecordOf<typeof person>

/** A date of which only the month is known is kept as its first day: then the month decides. */
const isBefore = (day: string, limit: string): boolean => (day.endsWith('-01') ? day.slice(0, 7) < limit.slice(0, 7) : day < limit)

interface Checked {
  readonly idNumber: string
  readonly sex: keyof typeof sexes | null
  readonly bornOn: string | null
  readonly joinedOn: string | null
  readonly fullMemberOn: string | null
}
type PersonFault = Fault & { readonly field: keyof Checked }

/** Checks of `domain/rules.md` 16.1: check digit, birth and sex against the number, 18 years at admission (党章 第一条), order of dates. */
export function personFaults(p: Checked): readonly PersonFault[] {
  const reading = readIdNumber(p.idNumber)
  // Masked, as a form has it until someone asks: birth and sex on file came from the number.
  if (!reading.ok && !isMasked(person.fields.idNumber, p.idNumber)) return [{ field: 'idNumber', code: reading.code, message: reading.message }]
  const faults: PersonFault[] = []
  const { bornOn, sex } = reading.ok ? reading : p
  if (p.sex && sex && p.sex !== sex) faults.push({ field: 'sex', code: 'sexMismatch', message: `与身份号码不符：号码为${sexes[sex]}` })
  if (p.bornOn && p.bornOn !== bornOn) faults.push({ field: 'bornOn', code: 'birthMismatch', message: `与身份号码不符：号码为 ${bornOn}` })
  if (p.joinedOn && bornOn && isBefore(p.joinedOn, addYears(bornOn, 18))) faults.push({ field: 'joinedOn', code: 'joinedUnder18', message: '入党时不满 18 岁' })
  if (p.joinedOn && p.fullMemberOn && p.fullMemberOn < p.joinedOn) faults.push({ field: 'fullMemberOn', code: 'dateOrder', message: '转正日期早于入党日期' })
  return faults
}
