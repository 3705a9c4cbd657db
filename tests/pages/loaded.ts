import { screen, waitFor } from '@testing-library/react'

/** Until nothing of the page is still being loaded. */
export const loaded = () => waitFor(() => expect(screen.queryAllByText('正在打开，请稍等')).toEqual([]))
