import { RouterProvider } from '@tanstack/react-router'
import { startApp } from '#ui/index.ts'
import { makeRouter } from './router.tsx'

startApp(<RouterProvider router={makeRouter()} />)
