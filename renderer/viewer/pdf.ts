import { getDocument, PasswordException, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist'

/** What it asks for while it draws lies beside the program: character maps, the standard fonts, decoders of scans. */
const parts = new URL('pdf/', document.baseURI).href

class Parts {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const folder = kind === 'cMapUrl' ? 'cmaps' : 'standard_fonts'
    const answer = await fetch(`${parts}${folder}/${filename}`)
    if (!answer.ok) throw new Error(`${filename} is not among the parts of the viewer`)
    return new Uint8Array(await answer.arrayBuffer())
  }
}

export interface OpenPdf {
  readonly document: Promise<PDFDocumentProxy>
  /** Ends the worker, and with it all that was kept of the document. */
  close(): void
}

/** Reads a PDF in a worker of its own. Scripts in it are not run, links lead nowhere. */
export function openPdf(bytes: Uint8Array): OpenPdf {
  const port = new Worker(new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url), { type: 'module' })
  const task = getDocument({
    // The worker takes the bytes it is given away; the window keeps its own.
    data: bytes.slice(),
    worker: PDFWorker.create({ port }),
    BinaryDataFactory: Parts,
    useWorkerFetch: false,
    cMapUrl: `${parts}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${parts}standard_fonts/`,
    wasmUrl: `${parts}wasm/`,
    // The page's policy compiles no WebAssembly: the decoders are scripts.
    useWasm: false,
    enableXfa: false,
  })
  return {
    document: task.promise,
    close: () => void task.destroy().finally(() => port.terminate()),
  }
}

/** A PDF that opens with a password only. */
export const isLocked = (error: unknown): boolean => error instanceof PasswordException
