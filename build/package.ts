import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { bundle } from './bundle.ts'
import { unpackedIn } from './packed/unpacked.ts'
import { verifyPacked } from './packed/verify.ts'
import { root } from './root.ts'
import { electronCanBeHad } from './runtime.ts'
import { must } from './stages.ts'
import { standInDistribution } from './stand-in.ts'

const standIn = '--stand-in'
const systems = ['--linux', '--win'] as const
const args = process.argv.slice(2).filter(a => a !== standIn)
const available = !process.argv.includes(standIn) && (await electronCanBeHad())
const release = join(root, 'release')

if (!available && !args.includes('--dir')) {
  console.error('Electron can not be fetched here, so no installer can be made. To try the packaging without it:  npm run package -- --dir')
  process.exit(1)
}
// Whatever the surroundings say: React's development build is none to deliver.
process.env['NODE_ENV'] = 'production'
await bundle()
await rm(release, { recursive: true, force: true })
if (available) must('electron-builder', args)
else packAroundStandIn(await Promise.all(systems.map(async system => [system, await standInDistribution(system)] as const)))

const faults: string[] = []
for (const packed of unpackedIn(release)) faults.push(...(await verifyPacked(packed, line => console.log(line))))
if (faults.length > 0) {
  console.error(`\n${faults.length} faults: what lies in release/ is not for delivery.`)
  process.exit(1)
}

/** Both systems unless one is asked for. Their executables are not: an icon can't be put into one without tools from the network, and is left out. */
function packAroundStandIn(distributions: readonly (readonly [string, string])[]): void {
  console.log('Without Electron: packing around a stand-in. The result shows what is packed and does not run.')
  const others = args.filter(a => !systems.some(system => system === a))
  const asked = distributions.filter(([system]) => args.includes(system))
  for (const [system, folder] of asked.length > 0 ? asked : distributions)
    must('electron-builder', [...others, system, `-c.electronDist=${folder}`, '-c.win.signAndEditExecutable=false'])
}
