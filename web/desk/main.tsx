import { RouterProvider } from '@tanstack/react-router'
import { startApp } from '#ui/index.ts'
import { makeDesk } from './router.tsx'

startApp(<RouterProvider router={makeDesk() as never} />)
