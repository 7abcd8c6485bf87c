import { expect, test } from 'vitest'
import { matchNames, textsOf } from '../../../renderer/attendance/match-names.ts'
import { holdsNames, readNames } from '../../../renderer/attendance/paste-names.ts'

const brief = (text: string) => readNames(text).map(p => [p.name, p.idNumber, p.state])

test('a column of names is read line by line, spaces inside a name of two characters forgiven', () => {
  expect(brief('张三丰\n尹　航\n  李 四 \n')).toEqual([
    ['张三丰', null, null],
    ['尹航', null, null],
    ['李四', null, null],
  ])
})

test('names in one line are told apart by 顿号, commas or spaces', () => {
  expect(brief('张三丰、李四光，王五一 赵六斤')).toEqual([
    ['张三丰', null, null],
    ['李四光', null, null],
    ['王五一', null, null],
    ['赵六斤', null, null],
  ])
})

test('headings say which column is which, in the words of offices, and rows above them are left out', () => {
  const text = '二〇二六年签到表\t\t\t\n序号\t姓名\t居民身份证号\t签到情况\t学时\n1\t张三丰\t11010519491231002x\t已到\t2\n2\t李四光\t\t病假\t\n'
  expect(readNames(text)).toMatchObject([
    { name: '张三丰', idNumber: '11010519491231002X', state: 'present', hours: 2 },
    { name: '李四光', idNumber: null, state: 'leave', hours: null },
  ])
})

test('without headings a name, a number and a state are known by their looks; a branch is none', () => {
  expect(brief('1\t离退休党支部\t张三丰\t缺席\n2\t机关支部\t李四光\t√')).toEqual([
    ['张三丰', null, 'absent'],
    ['李四光', null, 'present'],
  ])
})

test('a column of states or hours alone is no list of names', () => {
  expect(holdsNames('出勤\n请假\n缺勤')).toBe(false)
  expect(holdsNames('4\n4\n2.5')).toBe(false)
  expect(holdsNames('张三丰\t出勤')).toBe(true)
})

test('a number settles whose name it is, unless the two disagree', () => {
  const zhang = { id: 'a', name: '张三丰', organization: '一支部', idNumber: '1101**********002X', post: null }
  const other = { id: 'b', name: '张三丰', organization: '二支部', idNumber: '1101**********0037', post: null }
  const pasted = readNames('姓名\t身份证号\n张三丰\t11010519491231002X\n李四光\t11010519491231002X\n张三丰\t\n')
  const reply = textsOf(pasted).map(text => ({ text, matches: text === '张三丰' ? [zhang, other] : text.startsWith('1101') ? [zhang] : [] }))
  expect(matchNames(pasted, reply).map(m => [m.outcome, m.why])).toEqual([
    ['one', ''],
    ['several', '证号属于张三丰，与姓名不符'],
    ['several', '2 人同名'],
  ])
})
