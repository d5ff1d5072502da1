// What is drawn over the plot by hand.

export const SVG = "http://www.w3.org/2000/svg";

export function placeOver(element, axes) {
  const { left, top, width, height } = axes;
  Object.assign(element.style, {
    left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px`,
  });
}
