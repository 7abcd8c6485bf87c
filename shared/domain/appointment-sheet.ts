/** 全日制教育 or 在职教育 of the sheet: each of 学历 and 学位 has its own 毕业院校系及专业. */
export interface SheetEducation {
  /** 学历 */
  readonly level: string | null
  /** 学位 */
  readonly degree: string | null
  /** 毕业院校系及专业 of the 学历 */
  readonly levelSchool: string | null
  /** The same of the 学位 */
  readonly degreeSchool: string | null
}

/** A line of 家庭主要成员及重要社会关系. The age is never written down: it follows from `born`. */
export interface SheetRelative {
  /** 称谓 */
  readonly relation: string | null
  readonly name: string | null
  /** 出生日期, as written: `198611`, `19861105` */
  readonly born: string | null
  /** 政治面貌 */
  readonly politics: string | null
  /** 工作单位及职务 */
  readonly work: string | null
}

/** An element of the file that a sheet was read from, as it stood there. */
export interface SheetElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Text and elements in their order. */
  readonly content: readonly (string | SheetElement)[]
}

/**
 * 干部任免审批表 as data: what a `.lrmx` holds of one person. Everything is the text that stands in the sheet, trimmed, with `\n`
 * between lines, and null where nothing stands. Days and months stay as they are written, since the sheet allows `200108；民建` and 无党派:
 * `shared/rules/sheet-dates.ts` reads them, `shared/rules/resume.ts` reads and writes the résumé.
 */
export interface AppointmentSheet {
  /** 姓名 */
  readonly name: string | null
  /** 性别, 男 or 女 */
  readonly sex: string | null
  /** 出生年月, `198503` */
  readonly born: string | null
  /** 民族 */
  readonly nation: string | null
  /** 籍贯 */
  readonly nativePlace: string | null
  /** 出生地 */
  readonly birthPlace: string | null
  /** 入党时间: `200806`, 民盟, `200806；民盟`, 无党派 */
  readonly joined: string | null
  /** 参加工作时间, `200807` */
  readonly startedWork: string | null
  /** 到龄年月 (4.0), `204803` */
  readonly reachesAge: string | null
  /** 健康状况 */
  readonly health: string | null
  /** 专业技术职务 */
  readonly title: string | null
  /** 熟悉专业有何专长 */
  readonly speciality: string | null
  /** 全日制教育 */
  readonly fullTime: SheetEducation
  /** 在职教育 */
  readonly inService: SheetEducation
  /** 现任职务 */
  readonly currentPost: string | null
  /** 拟任职务 */
  readonly proposedPost: string | null
  /** 拟免职务 */
  readonly removedPost: string | null
  /** 简历, one line a period */
  readonly resume: string | null
  /** 奖惩情况, 无 where there is none */
  readonly rewards: string | null
  /** 年度考核结果 */
  readonly yearGrades: string | null
  /** 任免理由 */
  readonly reason: string | null
  /** 家庭主要成员及重要社会关系 */
  readonly family: readonly SheetRelative[]
  /** 呈报单位 */
  readonly reportedBy: string | null
  /** 审批机关意见: of a sheet in Word; no file of the editor holds it */
  readonly approval: string | null
  /** 行政机关任免意见, the same */
  readonly administration: string | null
  /** 改革前任职年龄界限 (4.0): 改革前任职年龄界限为60岁 */
  readonly formerAgeLimit: string | null
  /** 计算年龄时间, `20261101` or `202611` */
  readonly agesOn: string | null
  /** 填表时间, the same */
  readonly filledOn: string | null
  /** 填表人 */
  readonly filledBy: string | null
  /** 身份证号 */
  readonly idNumber: string | null
  /** 照片, the bytes of a JPEG */
  readonly photo: Uint8Array | null
  /** Of the editor that wrote the file, `3.2.1.16` */
  readonly version: string | null
  /** The file it was read from, so that what this program does not know is written back where it stood. */
  readonly original?: SheetElement
  /** What of the file could not be taken, in words. */
  readonly unread?: readonly string[]
}

const noEducation: SheetEducation = { level: null, degree: null, levelSchool: null, degreeSchool: null }

/** A sheet in which nothing stands. */
export const emptySheet: AppointmentSheet = {
  name: null,
  sex: null,
  born: null,
  nation: null,
  nativePlace: null,
  birthPlace: null,
  joined: null,
  startedWork: null,
  reachesAge: null,
  health: null,
  title: null,
  speciality: null,
  fullTime: noEducation,
  inService: noEducation,
  currentPost: null,
  proposedPost: null,
  removedPost: null,
  resume: null,
  rewards: null,
  yearGrades: null,
  reason: null,
  family: [],
  reportedBy: null,
  approval: null,
  administration: null,
  formerAgeLimit: null,
  agesOn: null,
  filledOn: null,
  filledBy: null,
  idNumber: null,
  photo: null,
  version: null,
}
