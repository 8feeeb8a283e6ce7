import { useMemo } from 'react'
import type { ProcessMap } from '#modules/mining/contract.ts'
import { useAddress } from '../shell/address.ts'
import type { Chosen } from './chosen.ts'
import { MapDrawing } from './MapDrawing.tsx'
import { MapLegend } from './MapLegend.tsx'
import { edgeKey, layOut } from './map-layout.ts'
import { casesShown } from './queries.ts'
import { VariantList } from './VariantList.tsx'
import { VariantSlider } from './VariantSlider.tsx'

interface MapSheetProps {
  readonly map: ProcessMap
  readonly totalCases: number
  readonly chosen: Chosen | undefined
  readonly onChoose: (chosen: Chosen) => void
}

/** The drawing with its slider and legend, and the variants beside it. */
export function MapSheet({ map, totalCases, chosen, onChoose }: MapSheetProps) {
  const [{ variant }, change] = useAddress()
  const place = Number(variant) || undefined
  const path = place ? map.variants[place - 1]?.path : undefined
  const drawn = useMemo(() => layOut(map), [map])
  const marked = useMemo(() => path && marksOf(path), [path])

  return (
    <div className="map-sheet">
      <div className="stack map-main">
        <VariantSlider
          shown={map.shownVariants}
          total={map.totalVariants}
          share={casesShown(map) / Math.max(1, totalCases)}
          onChange={(variants) => change({ variants: String(variants), variant: undefined })}
        />
        <MapDrawing map={drawn} chosen={chosen} onChoose={onChoose} marked={marked} />
        <MapLegend limitSeconds={map.waitLimitSeconds} omitted={drawn.omitted} />
      </div>
      <VariantList
        map={map}
        totalCases={totalCases}
        marked={place}
        onMark={(next) => change({ variant: next ? String(next) : undefined })}
      />
    </div>
  )
}

/** Keys of the steps and arrows that a path goes through. */
function marksOf(path: readonly string[]): ReadonlySet<string> {
  const edges = path.slice(1).map((to, index) => edgeKey(path[index] ?? to, to))
  return new Set([...path, ...edges])
}
