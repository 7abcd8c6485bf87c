import { wordsFor } from '../records/fields.ts'

/** 流动原因, in the words of the yearly statistics and of rosters. */
export const floatingReasons = {
  work: '外出务工经商',
  job: '工作单位变动',
  restructuring: '单位改制或破产',
  graduate: '毕业待就业',
  study: '外出学习',
  residence: '居住地变动',
  abroad: '出国（境）',
  other: '其他',
} as const

export const floatingReasonWords = wordsFor<keyof typeof floatingReasons>({
  work: '务工 经商 打工 外出务工 外出经商 务工经商 做生意',
  job: '工作单位改变 工作调动 工作变动 外派 借调',
  restructuring: '改制 破产 单位破产 下岗',
  graduate: '毕业 毕业生 毕业去向不明 未就业毕业生 待业',
  study: '学习 求学 读书 进修 升学',
  residence: '居住地改变 搬迁 投靠子女 随子女居住 带孙 异地养老 迁居',
  abroad: '出国 出境 因私出国 留学',
  other: '其它',
})

/** How one keeps in touch with someone who is away. */
export const contactWays = { call: '电话', visit: '走访', wechat: '微信', letter: '书信', video: '视频', home: '返乡面谈' } as const

export const contactWordsOf = wordsFor<keyof typeof contactWays>({
  call: '电话联系 电话寻访 通话 打电话 手机 短信',
  visit: '上门 实地走访 走访看望 驻外走访',
  wechat: '微信群 网络 QQ 线上',
  letter: '信件 信函 书面 邮寄',
  video: '视频会议 视频通话',
  home: '面谈 当面 返乡座谈 返乡',
})
