package dev.fluxlab.registry;

import dev.fluxlab.document.Arr;
import dev.fluxlab.document.JsonText;
import dev.fluxlab.document.Obj;
import dev.fluxlab.http.Exchange;

/** The tags of a repository, page by page; faults may hide some. */
final class TagListEndpoint implements Endpoint {

    private final Layouts layouts;
    private final Faults faults;

    TagListEndpoint(Layouts layouts, Faults faults) {
        this.layouts = layouts;
        this.faults = faults;
    }

    @Override
    public void handle(Call call) {
        if (!call.method().equals("GET") || !call.rest().equals("list")) {
            throw call.methodUnsupported();
        }
        Layout layout = layouts.get(call.repository());
        Exchange exchange = call.exchange();
        Page page = faults.change(
                call.repository().value(),
                Page.of(
                        faults.visible(
                                call.repository().value(), layout.index().tags().keySet()),
                        exchange));
        page.link(exchange);
        Obj answer = Obj.builder()
                .put("name", call.repository().value())
                .put("tags", Arr.ofTexts(page.names()))
                .build();
        exchange.respond(200, "application/json", JsonText.bytes(answer));
    }
}
