import leaflet from 'leaflet';
import style from 'leaflet/dist/leaflet.css';
import { held } from './countries.js';

document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
document.querySelector('#root').innerHTML =
  '<div id="map" style="width:700px;height:400px"></div><div style="height:3000px">below</div>';
const map = leaflet.map('map').setView([51.5, -0.12], 10);
const Drawn = leaflet.GridLayer.extend({
  createTile({ x, y, z }) {
    const tile = document.createElement('div');
    tile.textContent = `${z}/${x}/${y}`;
    tile.style.outline = '1px solid #999';
    return tile;
  },
});
new Drawn().addTo(map);
const icon = leaflet.divIcon({ html: '<b id="pin">pin</b>', iconSize: [40, 20] });
leaflet.marker([51.5, -0.12], { icon }).addTo(map).bindPopup('London');
map.on('popupopen', () => {
  held.popup = document.querySelector('.leaflet-popup-content').textContent;
});
Object.defineProperty(held, 'zoom', { get: () => map.getZoom() });
