import 'zone.js';
import '@angular/compiler';
import { Component, provideZoneChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { asked, held } from './countries.js';

class App {
  text = signal('');
  names = signal([]);
  open = signal(false);
  timer;

  typed(text) {
    this.text.set(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => this.names.set(await asked(text, 200)), 300);
  }

  entered() {
    this.take(this.names()[0] ?? '');
  }

  take(name) {
    this.text.set(name);
    this.names.set([]);
    held.country = name;
  }

  agreed() {
    setTimeout(() => {
      held.dialog = 'yes';
      this.open.set(false);
    }, 200);
  }
}
Component({
  selector: 'app-root',
  standalone: true,
  template: `
    <input id="q" [value]="text()" (input)="typed($any($event.target).value)" (keydown.enter)="entered()">
    <ul>@for (name of names(); track name) { <li [id]="'to-' + name" (mousedown)="take(name)">{{ name }}</li> }</ul>
        <button id="open" (click)="open.set(true)">Delete</button>
    @if (open()) { <div role="dialog"><button id="yes" (click)="agreed()">Yes</button></div> }`,
})(App);

document.querySelector('#root').append(document.createElement('app-root'));
void bootstrapApplication(App, { providers: [provideZoneChangeDetection()] });
