import type { AppointmentSheet, SheetEducation, SheetRelative } from '../../../shared/domain/appointment-sheet.ts'

/** The text fields of a sheet: those whose value is one text or none. */
type TextField = { [K in keyof AppointmentSheet]-?: AppointmentSheet[K] extends string | null ? K : never }[keyof AppointmentSheet]

/** What an element of a `.lrmx` holds. */
export type Place =
  | { readonly element: string; readonly field: TextField; /** Added after 3.2: written only where something stands in it. */ readonly later?: true }
  | { readonly element: string; readonly education: 'fullTime' | 'inService'; readonly part: keyof SheetEducation }
  | { readonly element: string; readonly holds: 'family' | 'photo' }

const education = (prefix: string, of: 'fullTime' | 'inService'): readonly Place[] => [
  { element: `${prefix}_XueLi`, education: of, part: 'level' },
  { element: `${prefix}_XueWei`, education: of, part: 'degree' },
  { element: `${prefix}_XueLi_BiYeYuanXiaoXi`, education: of, part: 'levelSchool' },
  { element: `${prefix}_XueWei_BiYeYuanXiaoXi`, education: of, part: 'degreeSchool' },
]

export const familyElement = 'JiaTingChengYuan'
export const photoElement = 'ZhaoPian'

/** The elements of `Person` in the order of the official editor. */
export const places: readonly Place[] = [
  { element: 'XingMing', field: 'name' },
  { element: 'XingBie', field: 'sex' },
  { element: 'ChuShengNianYue', field: 'born' },
  { element: 'MinZu', field: 'nation' },
  { element: 'JiGuan', field: 'nativePlace' },
  { element: 'ChuShengDi', field: 'birthPlace' },
  { element: 'RuDangShiJian', field: 'joined' },
  { element: 'CanJiaGongZuoShiJian', field: 'startedWork' },
  { element: 'DaoLingNianYue', field: 'reachesAge', later: true },
  { element: 'JianKangZhuangKuang', field: 'health' },
  { element: 'ZhuanYeJiShuZhiWu', field: 'title' },
  { element: 'ShuXiZhuanYeYouHeZhuanChang', field: 'speciality' },
  ...education('QuanRiZhiJiaoYu', 'fullTime'),
  ...education('ZaiZhiJiaoYu', 'inService'),
  { element: 'XianRenZhiWu', field: 'currentPost' },
  { element: 'NiRenZhiWu', field: 'proposedPost' },
  { element: 'NiMianZhiWu', field: 'removedPost' },
  { element: 'JianLi', field: 'resume' },
  { element: 'JiangChengQingKuang', field: 'rewards' },
  { element: 'NianDuKaoHeJieGuo', field: 'yearGrades' },
  { element: 'RenMianLiYou', field: 'reason' },
  { element: familyElement, holds: 'family' },
  { element: 'ChengBaoDanWei', field: 'reportedBy' },
  { element: 'GaiGeQianRenZhiNianLingJieXian', field: 'formerAgeLimit', later: true },
  { element: 'JiSuanNianLingShiJian', field: 'agesOn' },
  { element: 'TianBiaoShiJian', field: 'filledOn' },
  { element: 'TianBiaoRen', field: 'filledBy' },
  { element: 'ShenFenZheng', field: 'idNumber' },
  { element: photoElement, holds: 'photo' },
  { element: 'Version', field: 'version' },
]

/** The elements of an `Item` of the family. */
export const relativePlaces: readonly { readonly element: string; readonly field: keyof SheetRelative }[] = [
  { element: 'ChengWei', field: 'relation' },
  { element: 'XingMing', field: 'name' },
  { element: 'ChuShengRiQi', field: 'born' },
  { element: 'ZhengZhiMianMao', field: 'politics' },
  { element: 'GongZuoDanWeiJiZhiWu', field: 'work' },
]

const known = new Set(places.map(place => place.element))
export const isKnown = (element: string): boolean => known.has(element)
