/** A file that misses is not opened in place of the page. */
export function ignoreDroppedFiles(): void {
  addEventListener("dragover", ignore);
  addEventListener("drop", ignore);
}

function ignore(event: DragEvent): void {
  if (event.dataTransfer?.types.includes("Files")) {
    event.preventDefault();
    event.dataTransfer.dropEffect = "none";
  }
}
