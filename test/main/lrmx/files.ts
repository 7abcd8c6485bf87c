import fc from 'fast-check'
import { jpegLike } from '../../../build/pictures.ts'

/** The elements of a `.lrmx` in the official order, written out here once more: the test does not ask the program. */
export const official = `XingMing XingBie ChuShengNianYue MinZu JiGuan ChuShengDi RuDangShiJian CanJiaGongZuoShiJian JianKangZhuangKuang ZhuanYeJiShuZhiWu
ShuXiZhuanYeYouHeZhuanChang QuanRiZhiJiaoYu_XueLi QuanRiZhiJiaoYu_XueWei QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi
ZaiZhiJiaoYu_XueLi ZaiZhiJiaoYu_XueWei ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi XianRenZhiWu NiRenZhiWu NiMianZhiWu
JianLi JiangChengQingKuang NianDuKaoHeJieGuo RenMianLiYou JiaTingChengYuan ChengBaoDanWei JiSuanNianLingShiJian TianBiaoShiJian TianBiaoRen
ShenFenZheng ZhaoPian Version`.split(/\s+/)
const additions = ['DaoLingNianYue', 'GaiGeQianRenZhiNianLingJieXian']
const itemNames = ['ChengWei', 'XingMing', 'ChuShengRiQi', 'ZhengZhiMianMao', 'GongZuoDanWeiJiZhiWu']

/** A photo as the sheet asks for it. */
export const jpeg = (body = 200): Buffer => jpegLike({ body })

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;')
const element = (name: string, inner: string, attributes = ''): string =>
  inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`

const text = fc.oneof(
  fc.constantFrom(
    '',
    '无',
    '某单位办公室副主任',
    '200108；民建',
    '200611',
    '20061105',
    '2006.11.05',
    '2004.09--2008.07  某大学\r\n2008.07--         某单位',
    'a & b < c',
    '&amp;lt;',
    ' 两端有空格 ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom('赵', '；', '\n', '\t', '&', '"', "'", '>', '<', ']', ' ', '\u3000', '𠮷', '1'), maxLength: 30 }),
)
/** The same text in one of the ways in which XML may write it. */
const written = fc.tuple(text, fc.constantFrom('plain', 'numbered', 'cdata', 'comment')).map(([value, way]) => {
  const whole = [...value].filter(c => c >= ' ' || '\t\r\n'.includes(c)).join('')
  if (way === 'cdata' && !whole.includes(']]>')) return `<![CDATA[${whole}]]>`
  if (way === 'numbered') return [...whole].map(c => `&#x${(c.codePointAt(0) ?? 0).toString(16)};`).join('')
  return way === 'comment' ? `${escape(whole)}<!-- 批注 -->` : escape(whole)
})

const unknownName = fc.constantFrom('PeiXunQingKuang', 'ZhengZhiMianMao', 'Beizhu2', 'x-1', '备注', 'Item', 'Person')
const unknown: fc.Arbitrary<string> = fc.letrec<{ element: string; inner: string }>(tie => ({
  inner: fc.oneof(
    { depthSize: 'small' },
    written,
    fc.array(fc.oneof(written, tie('element')), { maxLength: 3 }).map(parts => parts.join('')),
  ),
  element: fc
    .tuple(unknownName, tie('inner'), fc.option(fc.constantFrom(' a="1"', ' b="&lt;&amp;&quot;"', ' c=\'中文\' d=""')))
    .map(([name, inner, attributes]) => element(name, inner, attributes ?? '')),
})).element

const item = fc
  .tuple(fc.shuffledSubarray(itemNames, { minLength: 0 }), fc.array(written, { minLength: 5, maxLength: 5 }), fc.option(unknown))
  .map(([names, values, extra]) => element('Item', names.map((name, i) => element(name, values[i] ?? '')).join('\n') + (extra ?? '')))
const family = fc.array(item, { maxLength: 4 }).map(items => element('JiaTingChengYuan', items.join('\r\n')))
const photo = fc.constantFrom(
  '',
  jpeg().toString('base64'),
  (
    jpeg()
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\r\n'),
  '不是照片',
)

const known = (name: string, fixed: Readonly<Record<string, string>> = {}): fc.Arbitrary<string> => {
  if (fixed[name] !== undefined) return fc.constant(element(name, fixed[name]))
  if (name === 'JiaTingChengYuan') return family
  return (name === 'ZhaoPian' ? photo : written).map(inner => element(name, inner))
}

const parts = (names: readonly string[], fixed: Readonly<Record<string, string>> = {}) =>
  fc.tuple(fc.tuple(...names.map(name => known(name, fixed))), fc.array(unknown, { maxLength: 3 })).map(([all, others]) => [...all, ...others])

const wrapped = (inner: readonly string[]): string => `<?xml version="1.0" encoding="utf-8"?>\r\n<Person>\r\n  ${inner.join('\r\n  ')}\r\n</Person>\r\n`

/** Files that are well-formed: any order, some elements missing or twice, some that nobody knows. */
export const anyFile: fc.Arbitrary<string> = fc
  .shuffledSubarray([...official, ...additions], { minLength: 1 })
  .chain(names => fc.oneof(fc.constant(names), fc.constant([...names, ...names.slice(0, 1)])))
  .chain(names => parts(names))
  .chain(all => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }))
  .map(wrapped)

/** The same of somebody whom the program can know: these elements are there, with these values. */
export const anyFileOf = (fixed: Readonly<Record<string, string>>): fc.Arbitrary<string> =>
  fc
    .shuffledSubarray([...official, ...additions].filter(name => fixed[name] === undefined))
    .chain(names => fc.oneof(fc.constant(names), fc.constant([...names, ...names.slice(0, 1)])))
    .chain(names => parts([...Object.keys(fixed), ...names], fixed))
    .chain(all => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }))
    .map(wrapped)

/** A file as the official editor writes one. */
export function officialFile(values: Readonly<Record<string, string>> = {}, items: readonly Readonly<Record<string, string>>[] = []): string {
  const line = (one: Readonly<Record<string, string>>) => `<Item>${itemNames.map(name => `<${name}>${escape(one[name] ?? '')}</${name}>`).join('')}</Item>`
  return wrapped(official.map(name => `<${name}>${name === 'JiaTingChengYuan' ? items.map(line).join('') : escape(values[name] ?? '')}</${name}>`))
}
