package org.assay.api.connection;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Puts a {@link FrontHandler} between the HTTP codec and the framework on every connection. */
@Singleton
final class FrontInstaller implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final Provider<ShortCut> shortCut;
    private final Provider<Refusals> refusals;
    private final ConnectionSettings settings;

    FrontInstaller(Provider<ShortCut> shortCut, Provider<Refusals> refusals, ConnectionSettings settings) {
        this.shortCut = shortCut;
        this.refusals = refusals;
        this.settings = settings;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(new Installation(null));
        return registry;
    }

    private final class Installation implements NettyServerCustomizer {
        private final @Nullable Channel channel;

        Installation(@Nullable Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel ofConnection, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? new Installation(ofConnection) : this;
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel == null) {
                return;
            }
            ChannelPipeline pipeline = channel.pipeline();
            if (pipeline.get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) != null) {
                pipeline.addAfter(
                        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                        "assay-front",
                        new FrontHandler(shortCut.get(), refusals.get(), settings.requestTimeout()));
            }
        }
    }
}
