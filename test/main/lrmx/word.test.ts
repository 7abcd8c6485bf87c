import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readSheets } from '../../../main/files/lrmx/read.ts'
import { Unreadable } from '../../../main/files/zip.ts'
import { idNumberOf, smallOffice } from '../../support/office.ts'
import { lyingZip } from '../../support/zips.ts'
import { jpeg, officialFile } from './files.ts'

/** A Word document with this body. */
const word = (body: string, more: Readonly<Record<string, Uint8Array>> = {}): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
      ...more,
    }),
  )
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${text.split('\n').map(paragraph).join('')}</w:tc>`
const row = (...cells: readonly string[]) => `<w:tr>${cells.map(one => (one.startsWith('<') ? one : cell(one))).join('')}</w:tr>`
const [down, goesOn] = ['<w:vMerge w:val="restart"/>', '<w:vMerge/>']

/** As another office keeps it: two tables, spaces within labels, a value in many runs, 年龄 in brackets, signatures in the boxes. */
const table = `<w:tbl><w:tblGrid/>
${row('姓  名', '赵一鸣', '性 别', '女', '出生年月\n（岁）', '1979.12\n（46岁）', cell('照片', down))}
${row('民 族', '汉族', '籍　贯', '江苏苏州', '出生地', '江苏昆山', cell('', goesOn))}
${row('入 党\n时 间', '2001.08；\n民建', '参加工\n作时间', '2002年7月', '健康状况', '健康', cell('', goesOn))}
${row(cell('专业技\n术职务', ''), cell('高级政工师', '<w:gridSpan w:val="2"/>'), '熟悉专业\n有何专长', '公文写作')}
${row(cell('学 历\n学 位', down), '全日制\n教　育', '大学\n管理学学士', '毕业院校\n系及专业', '某某大学公共管理学院\n行政管理专业')}
${row(cell('', goesOn), '在 职\n教 育', '党校研究生', '毕业院校\n系及专业', '某省委党校经济管理专业')}
${row('现 任 职 务', `<w:tc><w:p><w:r><w:t>某单位</w:t></w:r><w:r><w:t>办公室副</w:t></w:r><w:del><w:r><w:delText>科长</w:delText></w:r></w:del><w:r><w:t>主任</w:t></w:r></w:p></w:tc>`)}
${row('拟 任 职 务', '民族宗教局局长')}${row('拟 免 职 务', '某单位办公室副主任')}
${row('简\n\n历', '1998.09--2002.07  某大学行政管理专业学习\n2002.07--         某单位办公室副主任\n                  （其间：2016.03--2016.07某党校学习）')}
</w:tbl><w:p/><w:tbl>
${row('奖惩情况', '2019.06被评为优秀党员')}${row('年度考核结果', '2023年、2024年、2025年年度考核均为称职。')}${row('任免\n理由', '工作需要')}
${row(cell('家庭主要成员及重要社会关系', down), '称 谓', '姓 名', '出生年月', cell('政治\n面貌', '<w:gridSpan w:val="2"/>'), '工作单位及职务')}
${row(cell('', goesOn), '丈夫', '钱二', '1978.11', cell('群众', '<w:gridSpan w:val="2"/>'), '某企业职员')}
${row(cell('', goesOn), '女儿', '钱三', '', cell('共青团员', '<w:gridSpan w:val="2"/>'), '')}
${row(cell('', goesOn), '', '', '', cell('', '<w:gridSpan w:val="2"/>'), '')}
${row('呈报单位', '某县委组织部\n（盖章）\n2026年11月3日')}
${row('审批机关意见', '同意。\n（盖章）\n　　年　　月　　日', '行政机关任免意见', '（盖章）\n    年   月   日')}
</w:tbl>${paragraph('填表人：孙三　　　电话 1')}`

test('a 任免审批表 in Word is read by its labels', async () => {
  const [sheet, ...others] = await readSheets(word(table))
  expect(others).toEqual([])
  expect(sheet).toMatchObject({
    name: '赵一鸣',
    sex: '女',
    born: '197912',
    nation: '汉族',
    nativePlace: '江苏苏州',
    birthPlace: '江苏昆山',
    joined: '2001.08；民建',
    startedWork: '200207',
    health: '健康',
    title: '高级政工师',
    speciality: '公文写作',
    fullTime: { level: '大学', degree: '管理学学士', levelSchool: '某某大学公共管理学院行政管理专业', degreeSchool: null },
    inService: { level: '党校研究生', degree: null, levelSchool: '某省委党校经济管理专业', degreeSchool: null },
    currentPost: '某单位办公室副主任',
    proposedPost: '民族宗教局局长',
    removedPost: '某单位办公室副主任',
    rewards: '2019.06被评为优秀党员',
    yearGrades: '2023年、2024年、2025年年度考核均为称职。',
    reason: '工作需要',
    reportedBy: '某县委组织部',
    filledOn: '20261103',
    filledBy: '孙三',
    approval: '同意。',
    administration: null,
    family: [
      { relation: '丈夫', name: '钱二', born: '197811', politics: '群众', work: '某企业职员' },
      { relation: '女儿', name: '钱三', born: null, politics: '共青团员', work: null },
    ],
  })
  expect(sheet?.resume?.split('\n')).toHaveLength(3)
})

test.each([
  ['大学', '', '大学', null],
  ['管理学硕士', '', null, '管理学硕士'],
  ['大学本科工学学士', '', '大学本科', '工学学士'],
  ['研究生 法学博士', '', '研究生', '法学博士'],
  ['省委党校研究生', '', '省委党校研究生', null],
])('学历学位 “%s” in one box', async (text, _, level, degree) => {
  const body = `<w:tbl>${row('姓名', '甲', '性别', '男', '出生年月', '')}${row('全日制教育', text, '毕业院校系及专业', '某大学\n另一大学研究生院')}</w:tbl>`
  const [sheet] = await readSheets(word(body))
  expect(sheet?.fullTime).toEqual({ level, degree, levelSchool: '某大学', degreeSchool: '另一大学研究生院' })
})

test('the program’s own Word document of several people goes in person by person, with photo and family, and changes nothing where nothing is new', async () => {
  const from = await smallOffice()
  const sheets = Object.fromEntries(
    [2, 4].map(n => [
      `某${n}.lrmx`,
      officialFile(
        {
          XingMing: `某${n}`,
          ShenFenZheng: idNumberOf(n),
          ChuShengNianYue: '197912',
          MinZu: '汉族',
          JiGuan: '某省某市',
          RuDangShiJian: '200108；民建',
          CanJiaGongZuoShiJian: '200207',
          JianKangZhuangKuang: '健康',
          QuanRiZhiJiaoYu_XueLi: '大学',
          QuanRiZhiJiaoYu_XueWei: '管理学学士',
          QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi: '某大学行政管理专业',
          XianRenZhiWu: '某单位办公室副主任',
          NiRenZhiWu: '某单位办公室主任',
          RenMianLiYou: '工作需要',
          ChengBaoDanWei: '某县委组织部',
          TianBiaoShiJian: '20261103',
          TianBiaoRen: '孙三',
          JianLi: '1998.09--2002.07  某大学学习\n2002.07--         某单位办公室副主任\n                  （其间：2016.03--2016.07某党校学习）',
          NianDuKaoHeJieGuo: '2023年、2024年、2025年年度考核均为称职。',
          ZhaoPian: jpeg(500).toString('base64'),
        },
        [{ ChengWei: '丈夫', XingMing: '钱二', ChuShengRiQi: '197811', ZhengZhiMianMao: '中共党员', GongZuoDanWeiJiZhiWu: '某企业职员' }],
      ),
    ]),
  )
  const papers = join(from.folder, '任免表.zip')
  writeFileSync(papers, zipSync(Object.fromEntries(Object.entries(sheets).map(([name, xml]) => [name, strToU8(xml)]))))
  await from.call('cadre.importFiles', { sources: [from.tokens.offer(papers)], job: 'in' })
  const cadreIds = (await from.call('records.list', { type: 'cadre', limit: 10 })).rows.map(one => String(one['id']))
  const document = join(from.folder, '任免审批表.docx')
  await from.call('forms.docx', { form: 'appointmentSheet', params: { cadreIds }, file: from.tokens.offer(document) })
  const same = await from.call('cadre.previewFiles', { sources: [from.tokens.offer(document)], job: 'look' })
  expect(same.files.map(({ file, state, changes }) => [file, state, changes])).toEqual([
    ['任免审批表.docx', 'unchanged', []],
    ['任免审批表.docx（第 2 人）', 'unchanged', []],
  ])

  const to = await smallOffice()
  const ids = [await to.member({ name: '某2', idNumber: idNumberOf(2) }), await to.member({ name: '某4', idNumber: idNumberOf(14) })]
  const sources = [to.tokens.offer(document)]
  const [look] = (await to.call('cadre.previewFiles', { sources, job: 'look' })).files
  expect(look).toMatchObject({ state: 'created', person: { id: ids[0] }, notes: [] })
  expect(look?.changes.map(({ label }) => label)).toEqual(
    expect.arrayContaining([
      '籍贯',
      '民主党派',
      '参加工作时间',
      '全日制学位',
      '现任职务',
      '拟任职务',
      '任免理由',
      '呈报单位',
      '填表人',
      '填表时间',
      '简历',
      '年度考核',
      '家庭成员',
      '照片',
    ]),
  )
  await to.call('cadre.importFiles', { sources, job: 'in' })
  const whole = await to.call('cadre.get', { personId: ids[0] ?? '' })
  expect(whole).toMatchObject({
    record: { parties: '民建', startedWork: '2002-07', proposedPost: '某单位办公室主任', filledOn: '2026-11-03' },
    family: [{ name: '钱二', born: '1978-11', politics: '中共党员' }],
    resume: [
      { since: '1998-09', until: '2002-07' },
      { since: '2002-07', until: null, content: '某单位办公室副主任\n（其间：2016.03--2016.07某党校学习）' },
    ],
    photo: jpeg(500).toString('base64'),
  })
})

const why = async (bytes: Buffer): Promise<string> => {
  try {
    await readSheets(bytes)
  } catch (cause) {
    return cause instanceof Unreadable ? cause.why : `not foreseen: ${String(cause)}`
  }
  return 'was read'
}

const start = row('姓名', '甲', '性别', '男', '出生年月', '')
const whole = word(table)
test.each([
  ['a bomb that says how large it is', () => word('<w:p/>'.repeat(20_000_000)), /大得不正常/],
  ['a bomb that says that it is small', () => lyingZip(word('<w:p/>'.repeat(20_000_000))), /大得不正常/],
  ['a DTD with entities', () => Buffer.from(zipSync({ 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><w:document>&a;</w:document>') })), /DTD/],
  ['tables within tables', () => word('<w:tbl><w:tr><w:tc>'.repeat(100_000)), /一层套一层/],
  ['cells by the hundred thousand', () => word(`<w:tbl><w:tr>${'<w:tc/>'.repeat(400_000)}</w:tr></w:tbl>`), /多得不正常/],
  ['brackets that nothing closes', () => word('<'.repeat(4_000_000)), /没有任免审批表/],
  ['a name without an end', () => Buffer.from(zipSync({ 'word/document.xml': strToU8(`<${'a'.repeat(4_000_000)}`) })), /损坏/],
  ['a comment without an end', () => Buffer.from(zipSync({ 'word/document.xml': strToU8(`<!--${'-'.repeat(4_000_000)}`) })), /损坏/],
  ['rows that close nothing', () => word('</w:tr></w:tc>'), /损坏/],
  ['a document that breaks off', () => whole.subarray(0, whole.length - 40), /损坏/],
  ['a table that breaks off', () => word(`<w:tbl>${start}`), /损坏/],
  ['a workbook', () => Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })), /不是 Word 文档/],
  ['another document', () => word(paragraph('考察材料')), /没有任免审批表/],
  ['another encoding', () => Buffer.from(zipSync({ 'word/document.xml': Buffer.from('d5d4d2bb', 'hex') })), /编码/],
  ['more than 10 MB', () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(11 * 1024 * 1024)]), /超过 10 MB/],
])('a Word document that is %s is refused with the reason within a second', async (_, make, reason) => {
  const bytes = make()
  const before = performance.now()
  expect(await why(bytes)).toMatch(reason)
  expect(performance.now() - before).toBeLessThan(1000)
})
