import { chromiumPrinter } from '../../build/chromium-host/printer.ts'
import type { Ports } from '../../main/app/ports.ts'

/** Whatever is printed meanwhile becomes a real PDF. */
export async function withChromium<T>(work: (printer: Ports['printer']) => Promise<T>): Promise<T> {
  const chromium = await chromiumPrinter()
  try {
    return await work({ pdf: chromium.pdf, paper: () => Promise.reject(new Error('no paper here')) })
  } finally {
    await chromium.close()
  }
}
