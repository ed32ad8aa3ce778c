// As much of vis-network 9.1.2 as the explorer uses; the page brings it as a global.

interface VisSet {
  length: number;
  update(items: object[]): void;
  remove(ids: (string | number)[]): void;
  getIds(): (string | number)[];
}

interface VisNetwork {
  on(event: string, listener: (event: any) => void): void;
  once(event: string, listener: (event: any) => void): void;
  setOptions(options: object): void;
  redraw(): void;
  unselectAll(): void;
  moveTo(to: { position?: { x: number; y: number }; scale?: number; animation?: object | boolean }): void;
  getScale(): number;
  getPosition(id: number): { x: number; y: number };
  getPositions(ids: number[]): Record<string, { x: number; y: number }>;
  canvasToDOM(point: { x: number; y: number }): { x: number; y: number };
}

declare const vis: {
  DataSet: new () => VisSet;
  Network: new (container: HTMLElement, data: { nodes: VisSet; edges: VisSet }, options: object) => VisNetwork;
};
