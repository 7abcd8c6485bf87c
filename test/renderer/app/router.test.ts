import { expect, test } from 'vitest'
import { placesFor } from '../../../renderer/app/places.ts'
import { match } from '../../../renderer/app/router.ts'
import { keysOf } from '../../../renderer/app/shortcuts.ts'
import { records, registerNames } from '../../../shared/domain/index.ts'
import { secretOf } from '../../../shared/domain/ownership.ts'
import type { Role } from '../../../shared/domain/roles.ts'
import { type SecretClass, secretClassNames } from '../../../shared/records/secrecy.ts'
import type { Topic } from '../../../shared/records/topics.ts'

test('a pattern takes the names out of a path, decoded', () => {
  expect(match('/people/:id', '/people/a%2Fb')).toEqual({ id: 'a/b' })
  expect(match('/people/:id', '/people')).toBeUndefined()
  expect(match('/people', '/people')).toEqual({})
  expect(match('/people/:id', '/activities/1')).toBeUndefined()
})

const pressed = (key: string, held: { ctrlKey?: boolean; altKey?: boolean; shiftKey?: boolean } = {}) =>
  keysOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

test('keys are named as they stand on the keyboard', () => {
  expect(pressed('k', { ctrlKey: true })).toBe('Ctrl K')
  expect(pressed('Enter', { ctrlKey: true })).toBe('Ctrl Enter')
  expect(pressed('1', { altKey: true })).toBe('Alt 1')
  expect(pressed('n')).toBe('N')
  expect(pressed('?', { shiftKey: true })).toBe('?')
  expect(pressed('N', { shiftKey: true })).toBe('Shift N')
})

const labels = (role: Role, grants: readonly SecretClass[] = secretClassNames, modules: readonly Topic[] | null = null) => {
  const { groups, tools } = placesFor({ role, grants, modules })
  return [...groups.flatMap(group => group.places), ...tools].map(place => place.label)
}

test('系统管理员、安全保密管理员 and 安全审计员 see no place of business, only settings', () => {
  for (const role of ['admin', 'security', 'auditor'] as const) expect(labels(role)).toEqual(['参数与设置'])
})

test('who was granted no 监督资料 has no place of them, who was granted one class has that one', () => {
  const of = (secret: SecretClass) => registerNames.filter(name => secretOf(name) === secret).map(name => records[name].label)
  for (const secret of secretClassNames) for (const label of of(secret)) expect(labels('head', [])).not.toContain(label)
  expect(labels('head', ['petition'])).toEqual(expect.arrayContaining(of('petition')))
  for (const label of of('sanction')) expect(labels('head', ['petition'])).not.toContain(label)
})

test('who works in some modules has the places of these, and what serves all', () => {
  const places = labels('clerk', [], ['cadres'])
  expect(places).toEqual(expect.arrayContaining(['干部信息', '数据导入', '参数与设置']))
  expect(places).not.toContain('学时')
})

test('经办人 sees every place and every register, 只读 all but what brings files in', () => {
  const made = ['学时', '活动与签到', '组织与人员', '党组织', '制度台账', '数据导入', '打印与导出', '工作日历', '参数与设置']
  expect(labels('clerk')).toEqual(expect.arrayContaining([...made, ...registerNames.map(name => records[name].label)]))
  expect(labels('reader')).toEqual(labels('clerk').filter(label => label !== '数据导入' && label !== '任免表文件'))
})
