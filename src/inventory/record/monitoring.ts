import type { Mapping } from "../../documents/value.ts";
import type { MonitoredMetric } from "../model.ts";
import { mapAt, mapsAt, textAt } from "./fields.ts";

export function monitoredFrom(root: Mapping | null): MonitoredMetric[] {
  return mapsAt(mapAt(root, "monitoring"), "metrics").flatMap((entry) => {
    const name = textAt(entry, "name");
    return name ? [{ name, threshold: textAt(entry, "threshold"), alert: textAt(entry, "alert") }] : [];
  });
}
