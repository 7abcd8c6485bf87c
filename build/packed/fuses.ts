import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

const { ENABLE, DISABLE } = FuseState

/** Every switch of the executable, and how a packed program has it. One that Electron adds later is a fault until it stands here. */
const wanted = {
  [FuseV1Options.RunAsNode]: ['RunAsNode', DISABLE, 'the executable is no Node for other scripts'],
  [FuseV1Options.EnableCookieEncryption]: ['EnableCookieEncryption', ENABLE, 'nothing is kept plain, though no cookie is kept at all'],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: ['EnableNodeOptionsEnvironmentVariable', DISABLE, 'the environment loads no code'],
  [FuseV1Options.EnableNodeCliInspectArguments]: ['EnableNodeCliInspectArguments', DISABLE, 'nobody attaches a debugger to the main process'],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ['EnableEmbeddedAsarIntegrityValidation', ENABLE, 'a changed archive does not start (Windows)'],
  [FuseV1Options.OnlyLoadAppFromAsar]: ['OnlyLoadAppFromAsar', ENABLE, 'no folder beside the archive takes its place'],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: ['LoadBrowserProcessSpecificV8Snapshot', DISABLE, 'there is no snapshot of our own'],
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: ['GrantFileProtocolExtraPrivileges', DISABLE, 'pages come over app://, files have no rights'],
  [FuseV1Options.WasmTrapHandlers]: ['WasmTrapHandlers', ENABLE, 'as Electron has it'],
} as const satisfies Record<FuseV1Options, readonly [name: string, state: FuseState, why: string]>

const words: Readonly<Record<number, string>> = { [ENABLE]: 'on', [DISABLE]: 'off' }

/** Reads the switches back from a packed executable. `faults` names each that is not as wanted; `said` is what to print. */
export async function fusesOf(executable: string): Promise<{ readonly said: readonly string[]; readonly faults: readonly string[] }> {
  const wire = await getCurrentFuseWire(executable)
  const found = Object.entries(wire).filter(([key]) => key !== 'version' && key !== 'resetAdHocDarwinSignature')
  const stateOf = new Map(found.map(([key, state]) => [Number(key), Number(state)]))
  const said: string[] = []
  const faults: string[] = []
  for (const [key, [name, state, why]] of Object.entries(wanted)) {
    const is = stateOf.get(Number(key))
    said.push(`${name} ${words[is ?? 0] ?? 'not there'}: ${why}`)
    if (is !== state) faults.push(`fuse ${name} is ${words[is ?? 0] ?? 'not there'}, wanted ${words[state]}`)
  }
  for (const key of stateOf.keys()) if (!(key in wanted)) faults.push(`fuse number ${key} is new: say in build/packed/fuses.ts how it is to be`)
  return { said, faults }
}
