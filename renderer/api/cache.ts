import { QueryClient } from '@tanstack/react-query'

/** Keeps replies until what they read has changed. Nothing here asks a network: main answers, or fails once. */
export function createCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        throwOnError: false,
      },
    },
  })
}
