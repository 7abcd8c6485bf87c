import type Electron from 'electron'
import { clipboardPage } from './browser.ts'

/** The clipboard of the browser that shows the windows: the system's own where there is a screen. */
export const clipboard = {
  async readText(): Promise<string> {
    const page = await clipboardPage()
    return page.evaluate(() => navigator.clipboard.readText())
  },
  async writeText(text: string): Promise<void> {
    const page = await clipboardPage()
    await page.evaluate(given => navigator.clipboard.writeText(given), text)
  },
  clear(): void {
    void this.writeText('')
  },
}
clipboard satisfies Pick<typeof Electron.clipboard, 'readText' | 'writeText' | 'clear'>
