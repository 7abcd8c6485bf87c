import { bundle } from './bundle.ts'
import { electronCanBeHad } from './runtime.ts'
import { must } from './stages.ts'
import { standInDistribution } from './stand-in.ts'

const standIn = '--stand-in'
const args = process.argv.slice(2).filter(a => a !== standIn)
const available = !process.argv.includes(standIn) && (await electronCanBeHad())

if (!available && !args.includes('--dir')) {
  console.error('Electron can not be fetched here, so no installer can be made. To try the packaging without it:  npm run package -- --dir')
  process.exit(1)
}
await bundle()
if (available) must('electron-builder', args)
else {
  console.log('Without Electron: packing around a stand-in. The result shows what is packed and does not run.')
  must('electron-builder', [...args, '--linux', `-c.electronDist=${await standInDistribution()}`])
}
