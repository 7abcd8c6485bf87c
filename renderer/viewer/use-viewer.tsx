import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { ViewedFile } from './Viewer.tsx'

const Viewer = lazy(async () => ({ default: (await import('./Viewer.tsx')).Viewer }))

/** A way to look at kept files, and what lies over the screen meanwhile; the viewer is loaded when it is first asked for. */
export function useViewer(): { readonly look: (files: readonly ViewedFile[], start?: number) => void; readonly viewer: ReactNode } {
  const [viewed, setViewed] = useState<{ readonly files: readonly ViewedFile[]; readonly start: number }>()
  return {
    look: (files, start = 0) => setViewed({ files, start }),
    viewer: viewed && (
      <Suspense>
        <Viewer {...viewed} onClose={() => setViewed(undefined)} />
      </Suspense>
    ),
  }
}
