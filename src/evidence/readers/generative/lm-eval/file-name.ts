/** The time in a name, which samples share with the results of their run: "2024-07-01T12-00-00.123456". */
const TIME = /_(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(?:\.\d{1,6})?)$/;

/** Of a file of samples: its task and its run. Rows say neither, so that the name is all there is. */
export function samplesName(path: string): { readonly task: string; readonly run: string } | null {
  const { folder, name } = split(path);
  const stem = name.endsWith(".jsonl") ? name.slice(0, -".jsonl".length) : null;
  const time = stem === null ? null : TIME.exec(stem);
  if (stem === null || time === null || !stem.startsWith("samples_")) return null;
  const task = stem.slice("samples_".length, time.index);
  return task === "" ? null : { task, run: `${folder}${time[1]}` };
}

/** Of a file of results: its run. */
export function resultsRun(path: string): string | null {
  const { folder, name } = split(path);
  const time = name.endsWith(".json") ? TIME.exec(name.slice(0, -".json".length)) : null;
  return time === null ? null : `${folder}${time[1]}`;
}

/** Of a task's samples in a folder of version 0.4.2. Source: lm_eval.__main__, `output_name`. */
export function sharedName(modelArguments: string, task: string): string {
  return `${modelArguments.replace(/[/=]/g, "__")}_${task}.jsonl`;
}

export function split(path: string): { folder: string; name: string } {
  const slash = path.lastIndexOf("/") + 1;
  return { folder: path.slice(0, slash), name: path.slice(slash) };
}
