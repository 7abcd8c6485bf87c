import { randomUUID } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { formNames, formParams } from '../../shared/api/forms.ts'
import { importLabel, isHandedOut, isImportKind, ownImportNames } from '../../shared/api/import.ts'
import { importedNames } from '../../shared/domain/index.ts'
import { presetNames } from '../../shared/domain/presets.ts'
import { AppError, messageOf } from '../../shared/errors.ts'
import { App, isEndpoint } from '../app/app.ts'
import { type Call, callerOf } from '../app/caller.ts'
import type { Ports } from '../app/ports.ts'
import { FileTokens } from '../files/tokens.ts'
import { type CommandLine, json, parseCommandLine, required, UsageError, wordAt } from './arguments.ts'

export const usage = `用法：
  create --office 文件夹 --preset ${Object.keys(presetNames).join('|')} --name 名称 --admin 管理员 --clerk 经办人
  import ${ownImportNames.filter(name => !isHandedOut(name)).join('|')} 工作簿.xlsx --office 文件夹 --user 使用人 [--good-rows]
  import branch|count 上报表（计票表）.xlsx [….xlsx] --office 文件夹 --user 使用人 [--good-rows]
  import 台账名 工作簿.xlsx --office 文件夹 --user 使用人 [--good-rows]
    台账名：${importedNames.map(name => `${name}（${importLabel(name)}）`).join('、')}
  call 接口名 'JSON' --office 文件夹 --user 使用人
  print ${formNames.join('|')} 'JSON' --file 输出.pdf|输出.xlsx|输出.docx --office 文件夹 --user 使用人
  key --office 文件夹 --user 系统管理员
  backup --to 备份文件夹 --office 文件夹 --user 使用人
  restore 备份.zgb --to 文件夹 --user 使用人|--recovery-code
  drill 备份.zgb --user 使用人|--recovery-code
    恢复和演练用备份那天的口令；带 --recovery-code 时，口令处给恢复码
口令取自环境变量 ZUGONG_PASSWORD，没有时从标准输入读一行。结果是 JSON；成功退出码为 0，其余为失败。`

export interface ConsoleIo {
  readonly ports: Ports
  /** The password: from the environment or typed; asked for once. */
  password(): Promise<string>
  out(text: string): void
  error(text: string): void
  /** scrypt's work factor for new key slots; left out, the program's own. */
  readonly cost?: number
}

/** Runs one command through the same door as the window. Resolves to the exit code: 0 only on success. */
export async function runConsole(argv: readonly string[], io: ConsoleIo): Promise<number> {
  const tokens = new FileTokens()
  const app = new App(io.ports, tokens, { home: null, ...(io.cost && { cost: io.cost }) })
  try {
    const line = parseCommandLine(argv)
    const [name = ''] = line.words
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command || line.flags.has('help')) throw new UsageError(usage)
    const { value, success } = await command({ line, io, tokens, app, call: callerOf(app) })
    io.out(JSON.stringify(value))
    return success ? 0 : 1
  } catch (cause) {
    if (cause instanceof UsageError) io.error(cause.message === usage ? usage : `${cause.message}\n${usage}`)
    else if (cause instanceof AppError) {
      io.out(JSON.stringify({ error: { code: cause.code, facts: cause.facts, message: messageOf(cause) } }))
      io.error(messageOf(cause))
    } else throw cause
    return 2
  } finally {
    await app.close()
  }
}

interface Run {
  readonly line: CommandLine
  readonly io: ConsoleIo
  readonly tokens: FileTokens
  readonly app: App
  readonly call: Call
}

interface Outcome {
  readonly value: unknown
  readonly success: boolean
}

const commands: Readonly<Record<string, (run: Run) => Promise<Outcome>>> = {
  async create({ line, io, tokens, call }) {
    const preset = required(line, 'preset')
    if (!isPreset(preset)) throw new UsageError(`没有“${preset}”这个预置`)
    const folder = tokens.offer(resolve(required(line, 'office')))
    const [name, admin, clerk] = [required(line, 'name'), required(line, 'admin'), required(line, 'clerk')]
    const password = await io.password()
    const { recoveryCode } = await call('lobby.create', { folder, preset, name, admin: { name: admin, password }, clerk: { name: clerk, password } })
    return { value: { created: true, name, recoveryCode }, success: true }
  },

  async import(run) {
    const { line, tokens, call } = run
    const kind = wordAt(line, 1, '导入的种类')
    if (!isImportKind(kind)) throw new UsageError(`没有“${kind}”这种导入`)
    const first = wordAt(line, 2, '工作簿')
    // Branches send theirs one by one: they may be taken in one after the other, each all or nothing.
    const files = (isHandedOut(kind) ? line.words.slice(2) : [first]).map(path => ({ name: basename(path), token: tokens.offer(resolve(path)) }))
    await unlock(run)
    const outcomes = []
    for (const { name, token } of files)
      outcomes.push({ file: name, ...(await call('import.write', { kind, file: token, job: randomUUID(), goodRows: line.flags.has('good-rows') })) })
    const [only, ...others] = outcomes
    return { value: only && others.length === 0 ? only : outcomes, success: outcomes.every(outcome => outcome.written) }
  },

  async call(run) {
    const name = wordAt(run.line, 1, '接口名')
    if (!isEndpoint(name)) throw new UsageError(`没有“${name}”这个接口`)
    const input = json(run.line.words[2])
    await unlock(run)
    const reply = await run.app.call(name, input)
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.facts)
    return { value: reply.value, success: true }
  },

  async print(run) {
    const { line, tokens, call } = run
    const form = formNames.find(name => name === wordAt(line, 1, '表名'))
    if (!form) throw new UsageError(`没有“${line.words[1]}”这张表`)
    const params = formParams.safeParse(json(line.words[2]))
    if (!params.success) throw new UsageError(params.error.issues.map(i => `${i.path.join('.')}：${i.message}`).join('；'))
    const path = resolve(required(line, 'file'))
    const file = tokens.offer(path)
    await unlock(run)
    if (path.toLowerCase().endsWith('.xlsx'))
      return { value: { file: path, ...(await call('forms.xlsx', { form, params: params.data, file })) }, success: true }
    if (path.toLowerCase().endsWith('.docx'))
      return { value: { file: path, ...(await call('forms.docx', { form, params: params.data, file })) }, success: true }
    if (!path.toLowerCase().endsWith('.pdf')) throw new UsageError('--file 应以 .pdf、.docx 或 .xlsx 结尾')
    return { value: { file: path, ...(await call('forms.pdf', { form, params: params.data, file, job: randomUUID() })) }, success: true }
  },

  /** The raw SQLCipher key, for an inspector's own SQLCipher client. Only for 系统管理员, and audited. */
  async key(run) {
    await unlock(run)
    return { value: await run.app.rawKey(), success: true }
  },

  /** Also makes the folder the one that is backed up to from now on. */
  async backup(run) {
    const { line, tokens, call } = run
    const folder = tokens.offer(resolve(required(line, 'to')))
    await unlock(run)
    await call('backup.setFolder', { folder })
    return { value: await call('backup.run', { job: randomUUID() }), success: true }
  },

  async restore(run) {
    const { line, tokens, call } = run
    const opener = await openerOf(run)
    const { folder, aside } = await call('lobby.restore', { ...opener, folder: tokens.offer(resolve(required(line, 'to'))) })
    return { value: { restored: true, folder, aside }, success: true }
  },

  /** 恢复演练: nothing of it is left. */
  async drill(run) {
    return { value: { sound: true, ...(await run.call('lobby.drill', await openerOf(run))) }, success: true }
  },
}

async function openerOf({ line, io, tokens }: Run) {
  const file = tokens.offer(resolve(wordAt(line, 1, '备份文件')))
  const user = line.flags.has('recovery-code') ? null : required(line, 'user')
  return { file, user, secret: await io.password(), job: randomUUID() }
}

async function unlock({ line, io, tokens, call }: Run): Promise<void> {
  await call('lobby.open', { folder: tokens.offer(resolve(required(line, 'office'))) })
  await call('lobby.unlock', { user: required(line, 'user'), password: await io.password() })
}

const isPreset = (name: string): name is keyof typeof presetNames => Object.hasOwn(presetNames, name)
