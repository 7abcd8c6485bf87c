import { choice, date, money, note, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

/** When and why one goes: the festivals of 走访慰问, and the four occasions of 党员四必访. */
export const visitOccasions = {
  newYear: '元旦',
  spring: '春节',
  julyFirst: '七一',
  nationalDay: '国庆',
  doubleNinth: '重阳',
  illness: '生病',
  hardship: '困难',
  dispute: '家庭纠纷',
  family: '红白喜事',
  other: '其他',
} as const

export const visitedGroups = {
  poor: '生活困难党员',
  veteran: '老党员',
  founding: '建国前入党老党员',
  retired: '离退休干部',
  cadre: '基层干部',
  martyr: '因公牺牲殉职家属',
  masses: '困难群众',
  other: '其他',
} as const

export const funds = { fee: '党费', fiscal: '财政资金', unit: '单位经费', union: '工会经费', donation: '社会捐赠', other: '其他' } as const

/** 走访慰问: someone visited, for what occasion, by whom, and what was brought. */
export const comfortVisit = defineRecord('comfortVisit', {
  label: '走访慰问',
  topic: 'care',
  serves: ['M117', 'M118', 'M155', 'M166'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: ['慰问对象', '走访对象', '被慰问人', '慰问对象姓名', '受访人'] }),
    category: choice(visitedGroups, {
      label: '对象类别',
      also: ['慰问对象类别', '人员类型', '对象类型'],
      aliases: wordsFor({
        poor: '困难党员 贫困党员 生活困难 特困党员',
        veteran: '年老党员 老干部 年老体弱党员',
        founding: '新中国成立前入党的老党员 新中国成立前入党老党员 建国前老党员 解放前入党老党员 建国前入党的老同志',
        retired: '离休干部 退休干部 离退休党员 离退休人员',
        cadre: '一线干部 驻村干部 村干部',
        martyr: '因公牺牲殉职人员家属 因公牺牲、殉职人员家属 烈士家属 因公殉职家属 因公牺牲党员家属',
        masses: '群众 困难职工 贫困户 低保户 困难学生',
        other: '其它',
      }),
    }),
    visitedOn: date({ label: '慰问日期', required: true, also: ['慰问时间', '走访时间', '走访日期', '日期', '时间'] }),
    occasion: choice(visitOccasions, {
      label: '慰问时机',
      required: true,
      also: ['事由', '慰问事由', '走访事由', '节日', '慰问原因', '走访原因', '类型'],
      aliases: wordsFor({
        newYear: '新年 元旦春节 两节',
        spring: '春节慰问 过年',
        julyFirst: '七一慰问 建党节 “七一” 党的生日',
        nationalDay: '国庆节 十一',
        doubleNinth: '重阳节 敬老节',
        illness: '住院 患病 因病 生病住院 党员生病必访',
        hardship: '生产生活困难 生活困难 日常慰问 突发困难 受灾',
        dispute: '家庭矛盾',
        family: '丧事 去世 婚丧 红白事 喜事',
        other: '其它 日常',
      }),
    }),
    by: text({ label: '慰问人', also: ['走访人', '慰问领导', '走访慰问人', '慰问组', '慰问人员', '走访领导'] }),
    place: text({ label: '地点', also: ['慰问地点', '走访地点'], suggestions: ['家中', '医院', '办公室', '村部'] }),
    circumstances: note({ label: '基本情况', also: ['困难情况', '家庭情况', '困难原因', '简要情况', '主要困难'] }),
    amount: money({ label: '慰问金', also: ['慰问金额', '金额', '慰问金额（元）', '慰问标准', '发放金额'] }),
    goods: text({ label: '慰问品', also: ['物品', '慰问物品', '实物', '慰问品及数量'], suggestions: ['大米、食用油', '棉被', '水果', '鲜花', '问候卡'] }),
    fund: choice(funds, {
      label: '资金来源',
      also: ['经费来源', '慰问资金来源'],
      aliases: wordsFor({
        fee: '留存党费 党费专项 党费补助 上级党费',
        fiscal: '财政 财政拨款 专项资金',
        unit: '行政经费 办公经费 单位自筹',
        union: '工会',
        donation: '捐款 捐赠',
      }),
    }),
    signedBy: text({ label: '签收人', also: ['领取人', '签领', '签名', '签收', '领款人'] }),
    remark: note({ label: '备注' }),
  },
  title: 'visitedOn',
  key: ['personId', 'visitedOn', 'occasion'],
  list: ['personId', 'visitedOn', 'occasion', 'category', 'by', 'amount', 'goods', 'fund'],
  form: [['personId', 'category', 'visitedOn', 'occasion', 'by', 'place', 'circumstances'], ['amount', 'fund', 'goods', 'signedBy'], ['remark']],
  sections: { personId: '走访', amount: '慰问金和物品' },
})
export type ComfortVisit = RecordOf<typeof comfortVisit>
