import { wordsFor } from '../records/fields.ts'

/** 级别: which level of the Party gave a title, set up a model or runs a campaign. */
export const levels = { branch: '党支部', unit: '本单位', town: '乡镇街道', county: '县级', city: '市级', province: '省级', nation: '国家级' } as const

export const levelWords = wordsFor<keyof typeof levels>({
  branch: '支部 支部级 总支 总支级',
  unit: '校级 院级 单位级 党委 党委级 二级党委 本级',
  town: '乡镇 乡镇级 镇级 街道 乡级',
  county: '县 区级 县区级 区县级 县（市、区）级',
  city: '市 地市级 市直 厅级',
  province: '省 省部级 自治区级',
  nation: '国家 全国 中央 部级',
})
