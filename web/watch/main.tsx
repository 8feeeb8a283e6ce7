import { RouterProvider } from '@tanstack/react-router'
import { startApp } from '#ui/index.ts'
import { makeRouter } from './router.tsx'
import './shell/shell.css'

startApp(<RouterProvider router={makeRouter()} />)
