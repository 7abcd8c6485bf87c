import { parameter } from '../../shared/domain/parameter.ts'
import { presetNames, type PresetName, presets } from '../../shared/domain/presets.ts'
import type { Shipment } from './shipment.ts'

/** 参数: those of the office's preset. A parameter the office has in any version is its own business. */
export const parameterShipment: Shipment = {
  name: 'parameters',
  version: 10,
  async ship({ db, store, office }) {
    const kept = new Set((await db.selectFrom('parameter').select('key').distinct().execute()).map(row => row.key))
    for (const { key, value, startsOn, clause, basis } of presets[presetOf(office.preset)]) {
      if (!kept.has(key)) store.create(parameter, { key, value, startsOn, clause, basis, remark: null })
    }
  },
}

const isPreset = (name: string): name is PresetName => name in presetNames
const presetOf = (name: string): PresetName => (isPreset(name) ? name : 'national')
