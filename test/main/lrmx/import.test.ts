import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { jpegLike } from '../../../build/pictures.ts'
import { readSheet } from '../../../main/files/lrmx/read.ts'
import type { FileDecision } from '../../../shared/api/cadre-files.ts'
import { idNumberOf, smallOffice } from '../../support/office.ts'
import { jpeg, officialFile } from './files.ts'

const resume = '1998.09--2002.07  某大学行政管理专业学习\r\n2002.07--         某单位办公室副主任\r\n                  （其间：2016.03--2016.07某党校学习）'
const zhao = {
  XingMing: '赵一鸣',
  XingBie: '女',
  ChuShengNianYue: '197912',
  MinZu: '汉族',
  JiGuan: '某省某市',
  ChuShengDi: '某省某县',
  RuDangShiJian: '200108；民建',
  CanJiaGongZuoShiJian: '200207',
  JianKangZhuangKuang: '健康',
  QuanRiZhiJiaoYu_XueLi: '大学',
  QuanRiZhiJiaoYu_XueWei: '管理学学士',
  QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi: '某大学行政管理专业',
  XianRenZhiWu: '某单位办公室副主任',
  JianLi: resume,
  JiangChengQingKuang: '2019.06被评为优秀党员\r\n2020.03受党内警告处分',
  NianDuKaoHeJieGuo: '2023年、2024年、2025年年度考核均为称职。',
  ZhaoPian: jpeg().toString('base64'),
}
const wife = { ChengWei: '丈夫', XingMing: '钱二', ChuShengRiQi: '197811', ZhengZhiMianMao: '群众', GongZuoDanWeiJiZhiWu: '某企业职员' }

async function officeWith(files: Readonly<Record<string, string | Buffer>>) {
  const t = await smallOffice()
  const folder = join(t.folder, '任免表')
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const sources = [t.tokens.offer(folder)]
  const preview = (decisions: Record<string, FileDecision> = {}) => t.call('cadre.previewFiles', { sources, decisions, job: 'look' })
  const write = (decisions: Record<string, FileDecision> = {}, goodFiles = false) =>
    t.call('cadre.importFiles', { sources, decisions, goodFiles, job: 'write' })
  const cadres = async () => (await t.call('records.list', { type: 'cadre', limit: 100, offset: 0 })).rows
  return { ...t, papers: folder, preview, write, cadres }
}

const member = { name: '赵一鸣', idNumber: idNumberOf(2), sex: 'female', bornOn: '1979-12-31' }

test('a file becomes 干部信息 of the person whom it means by name and month of birth, and comes out again as it came in', async () => {
  const t = await officeWith({ '赵一鸣.lrmx': officialFile(zhao, [wife]) })
  const id = await t.member({ ...member, joinedOn: '2001-08-15', fullMemberOn: null })
  const { counts, files } = await t.preview()
  expect(counts).toMatchObject({ read: 1, created: 1, faulty: 0 })
  expect(files[0]).toMatchObject({ file: '赵一鸣.lrmx', state: 'created', person: { id, name: '赵一鸣' }, isNew: false })
  const labels = files[0]?.changes.map(change => change.label)
  // The roster knows the day on which she joined, and it lies in that month.
  expect(labels).not.toContain('加入党组织日期')
  expect(labels).toEqual(expect.arrayContaining(['出生地', '民主党派', '现任职务', '简历', '奖惩情况', '家庭成员', '照片']))
  expect(await t.cadres()).toEqual([])

  expect(await t.write()).toMatchObject({ written: true, counts: { created: 1 }, faults: [] })
  const [cadre] = await t.cadres()
  expect(cadre).toMatchObject({
    personId: id,
    birthPlace: '某省某县',
    parties: '民建',
    startedWork: '2002-07',
    fullTimeDegree: '管理学学士',
    currentPost: '某单位办公室副主任',
  })
  expect(await t.preview()).toMatchObject({ counts: { unchanged: 1, updated: 0 } })

  const zip = join(t.folder, '导出.zip')
  const out = await t.call('cadre.exportFiles', { cadreIds: [String(cadre?.['id'])], save: t.tokens.offer(zip), job: 'out' })
  expect(out).toEqual({ files: 1, warned: 0 })
  const unzipped = unzipSync(readFileSync(zip))
  expect(Object.keys(unzipped)).toEqual(['赵一鸣.lrmx'])
  const [before, after] = [readSheet(Buffer.from(officialFile(zhao, [wife]))), readSheet(unzipped['赵一鸣.lrmx'] ?? new Uint8Array())]
  const { original: _, ...was } = before
  expect(after).toMatchObject(was)
})

test('differences are taken one by one, and an import is taken back as one', async () => {
  const t = await officeWith({ '赵一鸣.lrmx': officialFile(zhao, [wife]) })
  await t.member(member)
  await t.write()
  const changed = officialFile({ ...zhao, JianKangZhuangKuang: '一般', XianRenZhiWu: '某单位办公室主任', MinZu: '满族' }, [
    wife,
    { ...wife, ChengWei: '儿子', XingMing: '钱三' },
  ])
  writeFileSync(join(t.papers, '赵一鸣.lrmx'), changed)
  const { files } = await t.preview({ '赵一鸣.lrmx': { refused: ['cadre.health'] } })
  expect(files[0]?.changes.map(({ label, before, after, refused }) => [label, before, after, refused])).toEqual([
    ['民族', '汉族', '满族', false],
    ['健康状况', '健康', '一般', true],
    ['现任职务', '某单位办公室副主任', '某单位办公室主任', false],
    ['家庭成员', '丈夫　钱二　1978-11　群众　某企业职员', expect.stringContaining('儿子　钱三'), false],
  ])
  expect(await t.write({ '赵一鸣.lrmx': { refused: ['cadre.health'] } })).toMatchObject({ written: true, counts: { updated: 1 } })
  expect((await t.cadres())[0]).toMatchObject({ health: '健康', currentPost: '某单位办公室主任' })
  await t.call('undo.last', {})
  expect((await t.cadres())[0]).toMatchObject({ health: '健康', currentPost: '某单位办公室副主任' })
  expect(await t.preview()).toMatchObject({ counts: { updated: 1 } })
})

test('what the file leaves empty stays as it is kept', async () => {
  const t = await officeWith({ '赵一鸣.lrmx': officialFile(zhao, [wife]) })
  await t.member(member)
  await t.write()
  writeFileSync(join(t.papers, '赵一鸣.lrmx'), officialFile({ XingMing: '赵一鸣', ChuShengNianYue: '197912' }))
  expect(await t.preview()).toMatchObject({ counts: { unchanged: 1 }, files: [{ changes: [] }] })
})

test('several who may be meant are asked about; nobody is a fault; a wrong file is told by its name; nothing is written before', async () => {
  const t = await officeWith({
    '某院/李四.lrmx': officialFile({ XingMing: '李四', ChuShengNianYue: '197912' }),
    '某院/无名.lrmx': officialFile({ XingMing: '无名' }),
    '坏.lrmx': '<Person><XingMing>',
    '赵一鸣.lrmx': officialFile(zhao),
    '赵一鸣（旧）.lrmx': officialFile({ ...zhao, JianKangZhuangKuang: '一般' }),
  })
  const [, second] = [
    await t.member({ name: '李四', idNumber: idNumberOf(11), workPost: '教务处' }),
    await t.member({ name: '李四', idNumber: idNumberOf(12), workPost: '学工处' }),
  ]
  await t.member(member)
  const { counts, files } = await t.preview()
  expect(counts).toEqual({ read: 5, created: 1, updated: 0, unchanged: 0, asked: 1, faulty: 3, skipped: 0 })
  const of = (name: string) => files.find(({ file }) => file === name)
  expect(of('某院/李四.lrmx')).toMatchObject({
    state: 'asked',
    faults: ['有 2 位“李四”是同一个月出生的，请选定是谁'],
    candidates: [{ detail: '1979.12　教务处' }, { id: second, detail: '1979.12　学工处' }],
  })
  expect(of('某院/无名.lrmx')?.faults).toEqual(['花名册里没有“无名”，文件上也没有可用的身份证号'])
  expect(of('坏.lrmx')?.faults).toEqual(['文件已损坏或没有拷贝完整'])
  expect(files.filter(({ name }) => name === '赵一鸣').flatMap(({ faults }) => faults)).toEqual([expect.stringMatching(/^与“赵一鸣.*是同一个人的/)])
  expect(await t.write()).toMatchObject({ written: false, faults: expect.arrayContaining([{ file: '坏.lrmx', message: '文件已损坏或没有拷贝完整' }]) })
  expect(await t.cadres()).toEqual([])

  const decisions = { '某院/李四.lrmx': { personId: second }, '赵一鸣（旧）.lrmx': { skip: true } }
  expect((await t.preview(decisions)).counts).toMatchObject({ created: 2, faulty: 2, skipped: 1 })
  expect(await t.write(decisions, true)).toMatchObject({ written: true })
  expect((await t.cadres()).map(row => row['personId'])).toContain(second)
})

test('somebody with an ID number whom the roster does not have is added to it', async () => {
  const t = await officeWith({ '赵一鸣.lrmx': officialFile({ ...zhao, ShenFenZheng: idNumberOf(4) }) })
  const { files } = await t.preview()
  expect(files[0]).toMatchObject({ state: 'created', isNew: true, person: null })
  await t.write()
  const [cadre] = await t.cadres()
  const { record } = await t.call('records.get', { type: 'person', id: String(cadre?.['personId']) })
  expect(record).toMatchObject({ name: '赵一鸣', sex: 'female', bornOn: '1979-12-31', nation: '汉族', category: 'full', joinedOn: '2001-08-01' })
})

test('a zip made on Windows, an old .lrm with its .pic, single files: all are read together', async () => {
  const t = await smallOffice()
  await t.member(member)
  await t.member({ name: '钱二', idNumber: idNumberOf(5) })
  const lrm = Array.from({ length: 33 }, (_, i) => ({ 0: '钱二', 2: '197912', 4: '某省' })[i] ?? '')
    .map(field => `"${field}"`)
    .join(',')
  const zipped = join(t.folder, '任免表.zip')
  writeFileSync(zipped, zipSync({ '干部/钱二.lrm': strToU8(lrm), '干部/钱二.pic': jpeg(), '干部/说明.txt': strToU8('无关') }))
  const single = join(t.folder, '赵一鸣.lrmx')
  writeFileSync(single, officialFile(zhao))
  const sources = [t.tokens.offer(zipped), t.tokens.offer(single)]
  const { files, counts } = await t.call('cadre.previewFiles', { sources, job: 'look' })
  expect(counts).toMatchObject({ read: 2, created: 2 })
  expect(files.find(({ name }) => name === '钱二')?.changes.map(({ label }) => label)).toEqual(['籍贯', '照片'])
})

test('files go to a folder by name, two of the same name with their month of birth; nothing there is written over, and the register says what left', async () => {
  const t = await officeWith({
    'a.lrmx': officialFile({ XingMing: '李四', ShenFenZheng: idNumberOf(11) }),
    'b.lrmx': officialFile({ XingMing: '李四', ShenFenZheng: idNumberOf(12) }),
    'c.lrmx': officialFile({ XingMing: '赵一鸣', ShenFenZheng: idNumberOf(13), JiGuan: '某'.repeat(19) }),
  })
  await t.write()
  const cadreIds = (await t.cadres()).map(row => String(row['id']))
  expect(await t.call('cadre.fileWarnings', { cadreIds })).toEqual([{ name: '赵一鸣', messages: ['籍贯最多 18 字，现有 19 字'] }])
  const place = join(t.folder, '导出')
  mkdirSync(place)
  const folder = t.tokens.offer(place)
  expect(await t.call('cadre.exportFiles', { cadreIds, folder, job: 'out' })).toEqual({ files: 3, warned: 1 })
  expect(readdirSync(place).toSorted()).toEqual(['李四.lrmx', '李四（197912）.lrmx', '赵一鸣.lrmx'].toSorted())
  await expect(t.call('cadre.exportFiles', { cadreIds, folder, job: 'out' })).rejects.toMatchObject({ code: 'file.unwritable' })
  expect(readdirSync(place)).toHaveLength(3)
  const { rows } = await t.call('forms.register', {})
  expect(rows[0]).toMatchObject({ what: '干部任免审批表', way: 'lrmx', folder: place, detail: '3 人' })
})

test('a cancelled import leaves nothing behind', async () => {
  const t = await officeWith(
    Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`${i}.lrmx`, officialFile({ XingMing: `某${i}`, ShenFenZheng: idNumberOf(i + 1) })])),
  )
  const listen = (push: (typeof t.pushes)[number]) => {
    if (push.event === 'job' && push.job.detail === '正在写入' && push.job.done === 50) void t.call('jobs.cancel', { id: 'write' })
  }
  t.listeners.add(listen)
  await expect(t.write()).rejects.toMatchObject({ code: 'import.cancelled' })
  t.listeners.delete(listen)
  expect(await t.cadres()).toEqual([])
  expect(await t.write()).toMatchObject({ written: true, counts: { created: 60 } })
})

test('a photo that is not as the sheet asks for it is said, one that is none or breaks off is left out; the person is taken all the same', async () => {
  const photos = {
    宽: jpegLike({ width: 300 }),
    大: jpegLike({ body: 300 * 1024 }),
    断: jpegLike().subarray(0, 150),
    巨: jpegLike({ width: 48_000, height: 60_000 }),
    图: Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452000000f00000012c0802000000', 'hex'), Buffer.alloc(40), Buffer.from('IEND....')]),
    文: Buffer.from('not a picture at all'),
  }
  const t = await officeWith(
    Object.fromEntries(
      Object.entries(photos).map(([name, photo], i) => [
        `${name}.lrmx`,
        officialFile({ XingMing: `某${name}`, ShenFenZheng: idNumberOf(2 * i + 2), JiGuan: '某省', ZhaoPian: photo.toString('base64') }),
      ]),
    ),
  )
  const { files, counts } = await t.preview()
  expect(counts).toMatchObject({ created: 6, faulty: 0 })
  const of = (name: string) => {
    const file = files.find(one => one.file === `${name}.lrmx`)
    return { notes: file?.notes.filter(note => note.startsWith('照片')), photo: file?.changes.some(({ field }) => field === 'photo') }
  }
  expect(of('宽')).toEqual({ notes: ['照片 300×300，宽高应为 4:5，打印时会变形，可在干部信息页重新裁剪'], photo: true })
  expect(of('大')).toEqual({ notes: ['照片 301 KB，超过 200 KB，文件打开会慢'], photo: true })
  expect(of('图')).toEqual({ notes: ['照片是 PNG，应为 JPEG'], photo: true })
  expect(of('断')).toEqual({ notes: ['照片不完整或尺寸不正常，没有取用'], photo: false })
  expect(of('巨')).toEqual({ notes: ['照片不完整或尺寸不正常，没有取用'], photo: false })
  expect(of('文')).toEqual({ notes: ['照片不是图片，没有取用'], photo: false })
  expect(await t.write()).toMatchObject({ written: true })
})
