import { attachment, choice, date, decimal, money, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

export const placeKinds = {
  room: '党员活动室',
  school: '党校',
  centre: '党群服务中心',
  base: '教育基地',
  media: '电教设备',
  board: '宣传栏',
  other: '其他',
} as const

/** 活动阵地: a room, a school, a set of screens that an organization keeps for its members. */
export const placeAsset = defineRecord('placeAsset', {
  label: '活动阵地',
  topic: 'duty',
  serves: ['M082', 'M111'],
  fields: {
    organizationId: ref('organization', {
      label: '所属党组织',
      required: true,
      also: words('党组织 管理单位 单位 党支部 支部 党组织名称 建设单位 所在党支部'),
    }),
    name: text({ label: '阵地名称', required: true, also: words('名称 场所名称 活动场所 活动阵地 活动场所名称') }),
    kind: choice(placeKinds, {
      label: '阵地类别',
      required: true,
      also: words('类别 类型 阵地类型 场所类型 场所类别'),
      aliases: wordsFor({
        room: '活动室 党员之家 活动场所 村级活动场所',
        school: '乡镇党校 县委党校 业余党校 二级党校',
        centre: '服务中心 党员服务中心',
        base: '党员教育基地 红色教育基地 实践基地',
        media: '电化教育 远程教育站点 远教站点 电教室',
        board: '橱窗 公开栏 党建宣传栏',
      }),
    }),
    address: text({ label: '地点', also: words('地址 位置 坐落地点 场所地点') }),
    builtOn: date({ label: '建成日期', also: words('建成时间 建设时间 建立时间 建成年月 启用日期 启用时间') }),
    area: decimal({ label: '面积（平方米）', also: words('面积 建筑面积 使用面积') }),
    investment: money({ label: '投入', also: words('投入资金 投资 建设投入 投入金额 投资金额') }),
    keeper: text({ label: '管理人', also: words('负责人 管理员 责任人 联系人') }),
    use: note({ label: '使用情况', also: words('用途 主要用途 功能 使用说明 利用情况') }),
    photo: attachment({ label: '照片' }),
    remark: note({ label: '备注' }),
  },
  title: 'name',
  key: ['organizationId', 'name'],
  list: ['name', 'kind', 'organizationId', 'builtOn', 'area', 'investment', 'keeper'],
  form: [
    ['organizationId', 'name', 'kind', 'address'],
    ['builtOn', 'area', 'investment', 'keeper'],
    ['use', 'photo', 'remark'],
  ],
})
export type PlaceAsset = RecordOf<typeof placeAsset>
