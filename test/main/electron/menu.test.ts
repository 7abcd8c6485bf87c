import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Menu, type MenuItem } from 'electron'
import { beforeEach, expect, test } from 'vitest'
import { root } from '../../../build/root.ts'
import { installMenu } from '../../../main/electron/menu.ts'

const asked: string[] = []
let enable: (open: boolean) => void

beforeEach(() => {
  asked.length = 0
  enable = installMenu(name => asked.push(name), '/var/log/zugong')
})

const items = (): readonly MenuItem[] => Menu.getApplicationMenu()?.items.flatMap(menu => menu.submenu?.items ?? []) ?? []
const commands = () => items().filter(item => item.id)

test('the menu is Chinese from end to end', () => {
  expect(Menu.getApplicationMenu()?.items.map(menu => menu.label)).toEqual(['文件', '编辑', '查看', '帮助'])
  for (const { label } of items()) expect(label).toMatch(/^[\p{Script=Han}…]*$/u)
})

test('commands wait until an office is open, and rest again when it is locked', () => {
  expect(commands().every(item => !item.enabled)).toBe(true)
  enable(true)
  expect(commands().every(item => item.enabled)).toBe(true)
  enable(false)
  expect(commands().every(item => !item.enabled)).toBe(true)
})

test('an item tells the page its command', () => {
  for (const item of commands()) item.click()
  expect(asked).toEqual(['import', 'forms', 'lock', 'undo', 'search', 'home', 'refresh', 'shortcuts', 'about'])
})

test('every command of the menu is answered somewhere in the pages', () => {
  const pages = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file))
    .map(file => readFileSync(join(root, 'renderer', file), 'utf8'))
    .join('\n')
  for (const { id } of commands()) expect(pages, id).toMatch(new RegExp(`command: '${id}'|\\b${id}: \\(\\) =>`))
})
