// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLrmx, writeLrmx } from '../../../main/files/lrmx/lrmx.ts'
import { emptySheet } from '../../../shared/domain/appointment-sheet.ts'
import { elementsOf } from './elements.ts'
import { anyFile, jpeg, official, officialFile } from './files.ts'

const again = (xml: string): string => Buffer.from(writeLrmx(readLrmx(Buffer.from(xml)))).toString()

test('a file read and written again is equal element by element: names, order, attributes, text, and what nobody knows', () => {
  fc.assert(
    fc.property(anyFile, xml => {
      expect(elementsOf(again(xml))).toEqual(elementsOf(xml))
      expect(again(again(xml))).toBe(again(xml))
    }),
    { numRuns: 400 },
  )
})

test('a sheet of our own is written in the official order, with CRLF, and without what only later editors know', () => {
  const resume = '2004.09--2008.07  某大学\n2008.07--         某单位'
  const family = [{ relation: '妻子', name: '钱二', born: '198611', politics: '群众', work: '某企业 & 某厂' }]
  const xml = Buffer.from(writeLrmx({ ...emptySheet, name: '赵一鸣', resume, family, photo: jpeg() })).toString()
  const [, ...inside] = elementsOf(xml).map(line => line.split(' ')[0]?.replace('/Person/', '') ?? '')
  expect(inside.filter(name => !name.includes('/'))).toEqual(official)
  expect(inside.filter(name => name.startsWith('JiaTing'))).toHaveLength(1 + 1 + 5)
  expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>\r\n<Person>\r\n  <XingMing>赵一鸣</XingMing>\r\n')).toBe(true)
  expect(xml).toContain('<JianLi>2004.09--2008.07  某大学\r\n2008.07--         某单位</JianLi>')
  expect(xml.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const { original, ...sheet } = readLrmx(Buffer.from(xml))
  expect(original?.name).toBe('Person')
  expect(sheet).toEqual({ ...emptySheet, name: '赵一鸣', resume, family, photo: jpeg(), version: '3.2.1.16' })
})

test('what the reform of 2025 added is written where it is known, after 参加工作时间 and after 呈报单位', () => {
  const xml = Buffer.from(writeLrmx({ ...emptySheet, reachesAge: '204803', formerAgeLimit: '改革前任职年龄界限为60岁' })).toString()
  expect(xml).toMatch(/<CanJiaGongZuoShiJian><\/CanJiaGongZuoShiJian>\r\n {2}<DaoLingNianYue>204803</)
  expect(xml).toMatch(/<\/ChengBaoDanWei>\r\n {2}<GaiGeQianRenZhiNianLingJieXian>改革前任职年龄界限为60岁</)
})

test('a change goes into the file that was read: only that element is another, and one it did not have stands where it belongs', () => {
  const xml = officialFile({ XingMing: '赵一鸣', JianLi: '2008.07--         某单位' }, [{ ChengWei: '妻子', XingMing: '钱二' }])
    .replace('<MinZu></MinZu>', '')
    .replace('<JianLi>', '<Beizhu>原样</Beizhu>\r\n<JianLi>')
  const sheet = readLrmx(Buffer.from(xml))
  const [wife] = sheet.family
  const changed = {
    ...sheet,
    nation: '汉族',
    currentPost: '主任',
    family: [...(wife ? [{ ...wife, work: '某厂' }] : []), { ...wife, relation: '儿子', name: '赵三', born: null, politics: null, work: null }],
  }
  const before = elementsOf(xml)
  const after = elementsOf(Buffer.from(writeLrmx(changed)).toString())
  expect(after.filter(line => !before.includes(line))).toEqual([
    '/Person/MinZu : 汉族',
    '/Person/XianRenZhiWu : 主任',
    '/Person/JiaTingChengYuan/Item/GongZuoDanWeiJiZhiWu : 某厂',
    '/Person/JiaTingChengYuan/Item/ChengWei : 儿子',
    '/Person/JiaTingChengYuan/Item/XingMing : 赵三',
  ])
  expect(after.indexOf('/Person/MinZu : 汉族')).toBe(after.indexOf('/Person/ChuShengNianYue : ') + 1)
  expect(after).toContain('/Person/Beizhu : 原样')
})
