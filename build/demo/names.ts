import type { Sex } from '../../shared/rules/id-number.ts'
import type { Random } from './random.ts'

const common =
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷黎史龙贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
const rare = ['欧阳', '上官', '诸葛', '司马', '皇甫', '端木', '单', '解', '查', '仇', '区', '尉迟'] as const
const male = '伟强磊军勇涛明超刚平辉健俊峰飞鹏波斌宇浩凯鑫杰文志建国永东海林宏博新成立天泽瑞晨昊轩铭达旭兵松柏根财福贵荣生水木火'
const female = '芳娜敏静丽艳娟霞秀燕玲桂英兰凤洁梅琳素云莲真环雪荣爱妹香月莺媛红瑞珍贞莉佳嘉琼勤晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓薇菁梦岚苑'
const both = '文晓春华清子雨思学永玉宁安乐欣怡'

/** An invented name: now and then a compound surname or one that reads differently, as real rosters have. */
export function inventName(random: Random, sex: Sex): string {
  const surname = random.chance(0.015) ? random.pick(rare) : letter(random, common, 1.6)
  const own = sex === 'male' ? male : female
  if (random.chance(0.22)) return surname + letter(random, own, 1)
  const first = letter(random, random.chance(0.4) ? both : own, 1)
  const second = letter(random, own, 1)
  return surname + first + (second === first ? '' : second)
}

/** A letter of a list; a higher `slope` favours the beginning, as surnames go. */
const letter = (random: Random, letters: string, slope: number): string => letters[Math.floor(random.next() ** slope * letters.length)] ?? '王'

const placeHeads = '桃玉石龙云青白清金东西南北湖溪岭竹松梅凤仙福太安永兴长大双三五'
const placeTails = '坪坑湾洋埔塘尾头山源林桥岭溪田岩口埕峰'

/** Invented place names, no two alike. */
export function inventPlaces(random: Random, count: number): string[] {
  const places = new Set<string>()
  while (places.size < count) {
    const [head, tail] = [letter(random, placeHeads, 1), letter(random, placeTails, 1)]
    if (head !== tail) places.add(head + tail)
  }
  return [...places]
}
