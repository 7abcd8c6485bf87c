import { type BrowserWindow, dialog } from 'electron'
import { newIncident } from '../engine/incident.ts'
import type { Log } from './log.ts'
import { pageUrl } from './scheme.ts'

/** A place that brings the page down as often within so long is not opened again. */
const often = 3
const withinMilliseconds = 60_000

/**
 * 窗口出错: a page that is gone is opened again where it was, and says so with the number under which it stands in the log. Who is in
 * stays in; where it goes on falling, the office is locked and the page begins at its first place.
 */
export function reopenWhenGone(window: BrowserWindow, log: Pick<Log, 'error'>, lock: () => void): void {
  const page = window.webContents
  let falls: number[] = []
  page.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const incident = newIncident()
    log.error(`the page is gone, incident ${incident}`, reason)
    const now = performance.now()
    falls = [...falls.filter(at => now - at < withinMilliseconds), now]
    const again = falls.length < often
    if (!again) lock()
    const place = again ? (URL.parse(page.getURL())?.hash ?? '') : ''
    void window.loadURL(`${pageUrl('index')}?fallen=${incident}${place}`)
  })
}

/** 窗口没有反应: asks whether to wait. Opening it again is a fall like any other. */
export function askWhenHung(window: BrowserWindow): void {
  let asking: AbortController | undefined
  window.on('unresponsive', () => {
    if (asking) return
    const mine = new AbortController()
    asking = mine
    const asked = dialog.showMessageBox(window, {
      type: 'warning',
      title: '组工台账',
      message: '窗口没有反应',
      detail: '可以再等等。重新打开会回到原处：已保存的都在，没有保存的要重填。',
      buttons: ['再等等', '重新打开'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: mine.signal,
    })
    void asked.then(({ response }) => {
      if (asking === mine) asking = undefined
      if (response === 1 && !mine.signal.aborted && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer()
    })
  })
  window.on('responsive', () => {
    asking?.abort()
    asking = undefined
  })
}
